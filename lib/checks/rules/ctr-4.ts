import { describeMemory } from "../../domain/memory";
import { describeSize, judgeSize, sizesOf } from "../../domain/sizing";
import { acknowledged } from "../acknowledged";
import { catalogueEntry } from "../image-uses";
import { endsByItself } from "../offline";
import { fail, pass, undecided, type Outcome, type Rule } from "../rule";
import type { ContainerView } from "../views/container";

/** Cores and memory. */
export const ctr4: Rule = {
  id: "CTR-4",
  title: "container has the cores and the memory of its function",
  level: "error",
  why: "A container that is too small fails with an error about HTTP/2 or gRPC that names neither memory nor cores.",
  fix: "set memory, memory_swap and cpu_quota to the recommended size",
  source: "catalogue of this package; the planner judges sizes by the same function",
  judge: ({ containers }) => containers.flatMap(judgeContainer),
};

function judgeContainer(container: ContainerView): readonly Outcome[] {
  const { resource, owner, memoryMiB, cores, imageName } = container;
  const entry = catalogueEntry(owner);
  if (imageName.state === "unknown") return [undecided(resource, "image known after apply")];
  // A container that fetches its licence loads no model.
  if (entry === undefined || owner === undefined || endsByItself(container)) return [];
  if (memoryMiB.state === "unknown" || cores.state === "unknown")
    return [undecided(resource, "size known after apply")];
  // What is not set is not limited.
  const size = {
    cores: cores.state === "known" ? cores.value : Infinity,
    memoryMiB: memoryMiB.state === "known" ? memoryMiB.value : Infinity,
  };
  const judgement = judgeSize(entry, size);
  if (judgement === "enough" || acknowledged(resource, "belowMinimum")) return [pass(resource)];
  // What is expected at the same time may need less than the recommendation, which is for any use.
  if (judgement === "below recommended" && resource.facts.expected !== undefined) return [pass(resource)];
  const { minimum, recommended } = sizesOf(entry);
  const given = [
    ...(size.cores < Infinity ? [`${size.cores} ${size.cores === 1 ? "core" : "cores"}`] : []),
    ...(size.memoryMiB < Infinity ? [describeMemory(size.memoryMiB)] : []),
  ].join(", ");
  return [
    judgement === "below minimum"
      ? fail(resource, `${given}: the minimum of ${owner.function} is ${describeSize(minimum)}`)
      : fail(resource, `${given}: recommended for ${owner.function} is ${describeSize(recommended)}`, {
          level: "warning",
        }),
  ];
}
