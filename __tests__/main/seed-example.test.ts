import { join } from "node:path";
import { loadConfig, problemTable } from "../../lib/config";
import type { ContainerPlan, DeploymentPlan } from "../../lib/domain";
import { seedCommands } from "../seed-commands";
import { templateOf } from "../stacks/synth";

/** The example of the four commands as Terraform gets it, against the commands themselves. */

const folder = join(__dirname, "..", "..", "examples", "seed-2020");
const plan = planOfExample();
const template = templateOf(plan, plan.name);
const endpoint = "${azurerm_cognitive_account.speech.endpoint}";
const key = "${azurerm_cognitive_account.speech.primary_access_key}";

function planOfExample(): DeploymentPlan {
  const { file, plan: planned, problems } = loadConfig({ folder, env: {} });
  if (planned === undefined) {
    throw new Error(problemTable(file, problems, { colour: false }));
  }
  return planned;
}

/** A container's arguments in Terraform, in the words of `docker run`. */
function commandOf({ name, modelId }: ContainerPlan) {
  const { command, cpu_quota, cpu_period, env, image, memory, memory_swap, mounts, ports } = template.arguments(
    `docker_container.${name}`,
  ) as unknown as Arguments;
  const [, imageId = ""] = /^\$\{docker_image\.(.+)\.image_id\}$/.exec(image) ?? [];
  const placeholder = (word: string) =>
    word
      .replace(endpoint, "{ENDPOINT_URI}")
      .replace(key, "{API_KEY}")
      .replace(modelId ?? "{MODEL_ID}", "{MODEL_ID}");
  return {
    image: template.arguments(`docker_image.${imageId}`)["name"],
    cpus: String(cpu_quota / cpu_period),
    memory: `${memory / 1024}g`,
    memorySwap: `${memory_swap / 1024}g`,
    ports: ports.map(({ external, internal, ip, protocol }) => `${ip}:${external}:${internal}/${protocol}`),
    volumes: (mounts ?? []).map(({ type, target }) => `${type}:${target}`),
    env,
    words: command.map(placeholder),
  };
}

interface Arguments {
  readonly command: readonly string[];
  readonly cpu_quota: number;
  readonly cpu_period: number;
  readonly env?: readonly string[];
  readonly image: string;
  readonly memory: number;
  readonly memory_swap: number;
  readonly mounts?: readonly { readonly type: string; readonly target: string }[];
  readonly ports: readonly {
    readonly external: number;
    readonly internal: number;
    readonly ip: string;
    readonly protocol: string;
  }[];
}

test("the example has the four commands", () => {
  expect(plan.sites.flatMap(({ containers }) => containers)).toHaveLength(seedCommands.length);
  expect(seedCommands).toHaveLength(4);
});

/** The host ports that the example names, since its four containers share one engine. */
const hostPorts = ["5000", "5001", "5002", "5003"];

test.each(seedCommands.map((command, index) => [command.image, command, hostPorts[index] ?? ""] as const))(
  "the container of %s runs like its command",
  (image, command, hostPort) => {
    const container = plan.sites[0]?.containers.find(({ name }) => image.endsWith(`/cognitive-services-${name}`));
    expect(container).toBeDefined();
    const [, inside = ""] = command.port.split(":");
    expect(container && commandOf(container)).toEqual({
      // No tag means latest.
      image: `${image}:latest`,
      cpus: command.cpus,
      memory: command.memory,
      // No swap, as the example says: a memory limit without one is planned again for ever.
      memorySwap: command.memory,
      ports: [`0.0.0.0:${hostPort}:${inside}/tcp`],
      // A named volume in the place of the folder that the command leaves open.
      volumes: command.volumes.map((mount) => mount.replace("{VOLUME_MOUNT}", "volume")),
      env: undefined,
      words: command.words,
    });
  },
);
