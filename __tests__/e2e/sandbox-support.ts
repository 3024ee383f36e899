import { execFile } from "node:child_process";
import { mkdtempSync, realpathSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Sandbox } from "../../lib/sandbox";

export const makeProject = (): string => realpathSync(mkdtempSync(join(tmpdir(), "spc-test-")));

/** Below the ports that systems give to outgoing connections, so that none of those takes one between. */
const FIRST_PORT = 12_000;
const PORTS_OF_A_WORKER = 1_500;
let nextPort = FIRST_PORT + PORTS_OF_A_WORKER * Number(process.env["JEST_WORKER_ID"] ?? 0) + (process.pid % 1_000);

/** Host ports that nobody uses now, and that no other test of this run is given. */
export async function freePorts(count: number): Promise<readonly number[]> {
  const ports: number[] = [];
  while (ports.length < count) {
    const port = nextPort++;
    if (await isFree(port)) ports.push(port);
  }
  return ports;
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });

/** Repeats until it gives what is wanted; fails with the last value after a minute. */
export async function eventually<T>(read: () => T | Promise<T>, wanted: (value: T) => boolean): Promise<T> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const value = await read();
    if (wanted(value)) return value;
    if (Date.now() > deadline) throw new Error(`still ${JSON.stringify(value)} after a minute`);
    await pause(50);
  }
}

export interface TerraformRun {
  readonly exitCode: number;
  readonly text: string;
}

/** Runs Terraform in a folder with the environment of the sandbox. */
export async function terraform(sandbox: Sandbox, folder: string, ...words: readonly string[]): Promise<TerraformRun> {
  const env = { ...process.env, TF_CLI_CONFIG_FILE: "", TF_INPUT: "0", ...(await sandbox.environment()) };
  return new Promise((resolve) => {
    execFile("terraform", [...words, "-no-color"], { cwd: folder, env }, (error, stdout, stderr) =>
      resolve({ exitCode: error === null ? 0 : Number(error.code), text: stdout + stderr }),
    );
  });
}

export async function apply(sandbox: Sandbox, folder: string, config: object): Promise<TerraformRun> {
  writeFileSync(join(folder, "main.tf.json"), JSON.stringify(config));
  const init = await terraform(sandbox, folder, "init");
  return init.exitCode === 0 ? terraform(sandbox, folder, "apply", "-auto-approve") : init;
}

/** HTTP status and JSON or text of a path; undefined while nobody answers. */
export async function get(
  port: number,
  path: string,
  address = "127.0.0.1",
): Promise<{ readonly status: number; readonly body: unknown } | undefined> {
  try {
    const answer = await fetch(`http://${address}:${port}${path}`, { headers: { connection: "close" } });
    const text = await answer.text();
    return { status: answer.status, body: text.startsWith("{") ? JSON.parse(text) : text };
  } catch {
    return undefined;
  }
}

export const apiStatusAt = async (port: number): Promise<unknown> =>
  ((await get(port, "/status"))?.body as { readonly apiStatus?: string } | undefined)?.apiStatus;

export async function logOf(sandbox: Sandbox, name: string): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const line of sandbox.logs(name)) lines.push(line);
  return lines;
}

export function isProcess(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

const SPEECH = "mcr.microsoft.com/azure-cognitive-services/speechservices";
export const NARRATOR_IMAGE = `${SPEECH}/neural-text-to-speech:3.12.0-amd64-en-us-avaneural`;
export const CUSTOM_IMAGE = `${SPEECH}/custom-speech-to-text:4.12.0-amd64`;

const ACCOUNT = "${azurerm_cognitive_account.speech";

/** The options that a container needs, wired to the account `speech` unless given otherwise. */
export const options = (given: { readonly eula?: string; readonly billing?: string; readonly key?: string } = {}) => [
  `Eula=${given.eula ?? "accept"}`,
  `Billing=${given.billing ?? `${ACCOUNT}.endpoint}`}`,
  `ApiKey=${given.key ?? `${ACCOUNT}.primary_access_key}`}`,
];

export interface TestContainer {
  readonly image: "narrator" | "custom";
  readonly port: number;
  readonly command: readonly string[];
  readonly modelVolume?: string;
  readonly after?: string;
}

const account = (name: string, kind: string) => ({
  name,
  kind,
  location: "westeurope",
  resource_group_name: "${azurerm_resource_group.speech.name}",
  sku_name: "S0",
});

/** Two accounts, one of another kind, and containers with the settings that our stacks emit. */
export const configOf = (prefix: string, containers: Readonly<Record<string, TestContainer>>): object => ({
  terraform: {
    required_providers: {
      azurerm: { source: "hashicorp/azurerm", version: "4.55.0" },
      docker: { source: "kreuzwerker/docker", version: "3.6.2" },
    },
  },
  provider: { azurerm: [{ features: [{}] }], docker: [{}] },
  resource: {
    azurerm_resource_group: { speech: { name: `${prefix}-rg`, location: "westeurope" } },
    azurerm_cognitive_account: {
      speech: account(`${prefix}-speech`, "SpeechServices"),
      other: account(`${prefix}-text`, "TextAnalytics"),
    },
    docker_image: {
      narrator: { name: NARRATOR_IMAGE, keep_locally: true },
      custom: { name: CUSTOM_IMAGE, keep_locally: true },
    },
    docker_container: Object.fromEntries(
      Object.entries(containers).map(([name, { image, port, command, modelVolume, after }]) => [
        name,
        {
          name: `${prefix}-${name}`,
          image: `\${docker_image.${image}.image_id}`,
          command,
          restart: "unless-stopped",
          must_run: false,
          ports: [{ internal: 5000, external: port, ip: "127.0.0.1", protocol: "tcp" }],
          ...(modelVolume === undefined
            ? {}
            : { mounts: [{ type: "volume", source: modelVolume, target: "/usr/local/models", read_only: false }] }),
          ...(after === undefined ? {} : { depends_on: [`docker_container.${after}`] }),
        },
      ]),
    ),
  },
});
