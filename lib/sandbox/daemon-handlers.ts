import { findByName } from "./container-name";
import type { DaemonHandlers, DaemonService, LogSource } from "./daemon-server";
import { millisecondsOf, withOptions } from "./daemon-settings";
import type { DaemonWorld } from "./daemon-world";
import type { ContainerSummary, Engine, Engines } from "./engine";
import type { SandboxAction, SetContainer } from "./sandbox";
import { type Login, askRegistry, registryHost } from "./engine/images";
import { accountNamed, outside, type OutsideAction } from "./outside";
import { runJob } from "./job";
import { SandboxError } from "./sandbox-error";
import type { SandboxStatus } from "./status";

interface Placed {
  readonly name: string;
  readonly summary: ContainerSummary;
  readonly engine: Engine;
}

const placedContainers = (engines: Engines): readonly Placed[] =>
  engines.all().flatMap((engine) => engine.containers().map((summary) => ({ name: summary.name, summary, engine })));

function statusOf({ folder, engines, cloud, speech, settings }: DaemonWorld): SandboxStatus {
  const { loadingMilliseconds, clock } = settings();
  return {
    pid: process.pid,
    folder,
    loadingMilliseconds,
    clock,
    engines: engines.all().map(({ host, address }) => (host === "" ? { address } : { host, address })),
    containers: placedContainers(engines).map(({ summary, engine }) => {
      const { id, name, image, status, exitCode, ports } = summary;
      const health = status === "running" ? speech.healthOf(id) : undefined;
      return {
        name,
        engine: engine.address,
        image,
        state: status,
        ...(exitCode === undefined ? {} : { exitCode }),
        ports,
        ...(health === undefined ? {} : { apiStatus: health.apiStatus, ready: !health.loading }),
      };
    }),
    accounts: cloud.accounts().map((account) => ({
      name: account.name,
      resourceGroup: account.group,
      location: account.location,
      endpoint: cloud.endpointOf(account),
    })),
  };
}

type ImageAction = Extract<SandboxAction, { addImage: string } | { removeImage: string }>;
type VolumeAction = Extract<SandboxAction, { removeVolume: object }>;

/** The action in the words of the stand-ins, with the engine that it goes to. */
function outsideAction(
  action: Exclude<SandboxAction, ImageAction | VolumeAction | { set: SetContainer }>,
  engines: Engines,
): { readonly action: OutsideAction; readonly host?: string } {
  const on = (name: string, make: (name: string) => OutsideAction) => {
    const { name: fullName, engine } = findByName(placedContainers(engines), name);
    return { action: make(fullName), host: engine.host };
  };
  if ("stop" in action) return on(action.stop, (stop) => ({ stop }));
  if ("start" in action) return on(action.start, (start) => ({ start }));
  if ("removeContainer" in action) return on(action.removeContainer, (removeContainer) => ({ removeContainer }));
  return { action };
}

function keepImage({ settings, keep }: DaemonWorld, reference: string, change: "added" | "removed"): null {
  keep({ ...settings(), images: { ...settings().images, [reference]: change } });
  return null;
}

function addImage(world: DaemonWorld, reference: string, login: string | undefined): null {
  if (login !== undefined) {
    const { settings, keep } = world;
    keep({ ...settings(), logins: { ...settings().logins, [registryHost(reference)]: login } });
  }
  return keepImage(world, reference, "added");
}

async function setContainer({ engines, speech }: DaemonWorld, asked: SetContainer): Promise<null> {
  const { billing, slow, crash } = asked;
  const { summary } = findByName(placedContainers(engines), asked.container);
  const slowMilliseconds = slow === undefined ? undefined : millisecondsOf(slow, "the delay");
  if (await speech.begin(summary.id, { billing, slowMilliseconds, crash })) return null;
  throw new SandboxError(
    "SPC706",
    `"${summary.name}" is not a Speech container that runs`,
    "`sandbox status` shows what there is.",
  );
}

async function act(world: DaemonWorld, action: SandboxAction): Promise<null> {
  if ("addImage" in action) return addImage(world, action.addImage, action.login);
  if ("removeImage" in action) return keepImage(world, action.removeImage, "removed");
  if ("set" in action) return setContainer(world, action.set);
  const { action: done, host } =
    "removeVolume" in action
      ? { action: { removeVolume: action.removeVolume.name }, host: action.removeVolume.engineHost }
      : outsideAction(action, world.engines);
  await orImpossible(() => outside({ engines: world.engines, cloud: world.cloud }, done, host));
  return null;
}

/** A failure of what happens outside Terraform is one of the sandbox. */
async function orImpossible<Result>(work: () => Result | Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new SandboxError("SPC706", message, "`sandbox status` shows what there is.");
  }
}

function digestOf({ registries }: DaemonWorld, reference: string, login: Login | undefined): string {
  try {
    return askRegistry(reference, registries, login);
  } catch (error) {
    const hint = "`sandbox image add` lets the simulated registry have an image.";
    throw new SandboxError("SPC706", (error as Error).message, hint);
  }
}

function daemonHandlers(world: DaemonWorld): DaemonHandlers {
  const { engines, speech, providers, settings, keep } = world;
  let resumed: Promise<void> | undefined;
  return {
    async up(options) {
      keep(withOptions(settings(), options));
      for (const host of options.engines ?? []) engines.declare(host);
      if (options.clock !== undefined) speech.setClock(options.clock);
      resumed ??= engines.resume();
      await resumed;
      return statusOf(world);
    },
    status: () => statusOf(world),
    environment: () => ({ reattach: JSON.stringify(providers.reattach), workspace: world.workspace }),
    act: (action) => act(world, action),
    key: ({ account, key }) => orImpossible(() => accountNamed(world.cloud, account).keys[key]),
    address: ({ engineHost }) => declaredEngine(engines, engineHost).address,
    digest: ({ reference, login }) => digestOf(world, reference, login),
    volumes: ({ engineHost }) => declaredEngine(engines, engineHost).volumes(),
    job: ({ engineHost, job }) => runJob(declaredEngine(engines, engineHost), job),
  };
}

function declaredEngine(engines: Engines, host: string | undefined): Engine {
  const engine = engines.engineFor(host);
  if (engine !== undefined) return engine;
  const known = engines
    .all()
    .map((each) => each.host)
    .filter((each) => each !== "")
    .join(", ");
  throw new SandboxError(
    "SPC704",
    `the sandbox has no engine "${host ?? ""}"`,
    known === "" ? "Only the default engine is declared; declare others at up." : `Declared: ${known}.`,
  );
}

const logSource =
  (engines: Engines): LogSource =>
  ({ name, follow }, line) => {
    const { name: fullName, engine } = findByName(placedContainers(engines), name);
    const lines = engine.logs(fullName);
    return { lines, stop: follow ? engine.follow(fullName, line) : () => undefined };
  };

export const daemonService = (world: DaemonWorld): DaemonService => ({
  handlers: daemonHandlers(world),
  logs: logSource(world.engines),
});
