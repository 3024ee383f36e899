import { ANY_ADDRESS, isLoopback } from "../../domain/ports";
import { flagOf, knownValue } from "../reading";
import { fail, pass, undecided, type Outcome, type Rule, type RuleContext } from "../rule";
import type { ContainerView, PortView } from "../views/container";

/** Ports that are open to other machines. */
export const ctr6: Rule = {
  id: "CTR-6",
  title: "port is guarded, or open to its own machine only",
  level: "error",
  why: "The containers ask nobody who they are: whoever reaches the port uses the account.",
  fix: 'set ip = "127.0.0.1", or say who guards the port: front: or exposed: of the container',
  source: "MicrosoftDocs docker-compose-recipe.md (the container's own warning); 0.0.0.0 is the provider's default",
  judge: (context) => context.containers.map((container) => judgeContainer(context, container)),
};

function judgeContainer({ plan }: RuleContext, { resource, ports }: ContainerView): Outcome {
  if (isSaid(resource.facts.front) || isSaid(resource.facts.exposed)) return pass(resource);
  if (knownValue(flagOf(plan, resource, "publish_all_ports")) === true) {
    return fail(resource, `publish_all_ports opens the port on ${ANY_ADDRESS}, and nobody guards it`);
  }
  if (ports.state === "unknown") return undecided(resource, "ports known after apply");
  const published = knownValue(ports) ?? [];
  const open = published.find((port) => isOpen(port) === true);
  if (open !== undefined) {
    const port = knownValue(open.external);
    const what = port === undefined ? "a port" : `port ${port}`;
    const address = knownValue(open.ip);
    const where = address === undefined ? `${ANY_ADDRESS}, the provider's default` : address;
    return fail(resource, `${what} is open on ${where}, and nobody guards it`);
  }
  return published.some((port) => isOpen(port) === undefined)
    ? undecided(resource, "address of the port known after apply")
    : pass(resource);
}

function isOpen({ ip }: PortView): boolean | undefined {
  if (ip.state === "unknown") return undefined;
  const address = ip.state === "known" && ip.value !== "" ? ip.value : ANY_ADDRESS;
  return !isLoopback(address) && address !== "::1";
}

const isSaid = (words: string | undefined): boolean => words !== undefined && words.trim() !== "";
