import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { samplesIn } from "../docs/samples";
import { command, standIns, workplace, type Workplace } from "./workplace";

/** docs/layouts.md step by step: its blocks run as they stand, in the sandbox. */
const steps = samplesIn("sh", [join("docs", "layouts.md")]).map(({ text }) => text);
const sandboxOutput = ".sandbox/cdktf.out";

let place: Workplace;
let path: string;

beforeAll(async () => {
  place = await workplace();
  copyFileSync(join(place.folder, "examples/four-functions/speech.yaml"), join(place.folder, "speech.yaml"));
  const onlySome = 'case $1 in deploy | destroy) set -- "$@" --auto-approve ;; esac';
  path = standIns(place, {
    npx: `shift; ${onlySome}; exec node ${command} "$@" --sandbox`,
    // Reads the sandbox's variables; the state of a sandbox run is where the configuration says.
    terraform: [
      `eval "$(node ${command} sandbox env | grep -v TF_WORKSPACE | grep -v TF_DATA_DIR | grep -v TF_CLI_ARGS)"`,
      'for word in "$@"; do [ "$word" != destroy ] || set -- "$@" -auto-approve; done',
      `PATH=\${PATH#*:} exec terraform "$@"`,
    ].join("\n"),
  });
  const deployed = place.speech("deploy", "--sandbox", "--auto-approve");
  expect(deployed.code === 0 ? "" : deployed.text).toBe("");
});

afterAll(() => place.remove());

function follow(step: string | undefined): string {
  const script = (step ?? "exit 64").replaceAll("cdktf.out", sandboxOutput);
  const { code, text } = place.run("sh", ["-e", "-c", script], { PATH: path });
  expect(code === 0 ? "" : text).toBe("");
  return text;
}

const lastPlan = (text: string) => text.slice(text.lastIndexOf("· plan"));

interface State {
  readonly resources: readonly {
    readonly type: string;
    readonly mode: string;
    readonly instances: readonly { readonly attributes: Readonly<Record<string, unknown>> }[];
  }[];
}

/** The key of the account in a stack's state: a new account would have another. */
function keyIn(stack: string): unknown {
  const state = JSON.parse(readFileSync(join(place.folder, ".sandbox", "state", `${stack}.tfstate`), "utf8")) as State;
  const account = state.resources.find(({ type, mode }) => type === "azurerm_cognitive_account" && mode === "managed");
  return account?.instances[0]?.attributes["primary_access_key"];
}

function volumes(): unknown {
  const { containers } = JSON.parse(place.speech("output", "--sandbox", "--json").stdout) as {
    containers: Readonly<Record<string, { readonly volumes: readonly string[] }>>;
  };
  return containers["callcenter"]?.volumes;
}

function rewrite(change: (text: string) => string): void {
  const file = join(place.folder, "speech.yaml");
  writeFileSync(file, change(readFileSync(file, "utf8")));
}

test("to sites and back: the account, its keys and the model volume stay", () => {
  const key = keyIn("contoso-speech");
  const [takeOut, removeOld, giveToAccount, deploySites, removeSites, giveBack, deployOne] = steps;
  const kept = volumes();
  expect(key).toEqual(expect.any(String));
  expect(kept).toEqual([expect.stringContaining("model")]);

  follow(takeOut);
  expect(follow(removeOld)).not.toContain("azurerm_cognitive_account");
  rewrite((text) => {
    const [top = "", containers = ""] = text.split(/^containers:\n/m);
    return `${top}sites:\n  leeds:\n    containers:\n${containers.replaceAll(/^(?=.)/gm, "    ")}`;
  });
  expect(lastPlan(follow(giveToAccount))).toContain("contoso-speech-account: only outputs change");
  follow(deploySites);
  expect(keyIn("contoso-speech-account")).toBe(key);
  expect(volumes()).toEqual(kept);
  expect(place.speech("plan", "--sandbox", "--detailed-exitcode").code).toBe(0);

  follow(removeSites);
  rewrite((text) => {
    const [top = "", containers = ""] = text.split(/^sites:\n {2}leeds:\n {4}containers:\n/m);
    return `${top}containers:\n${containers.replaceAll(/^ {4}/gm, "")}`;
  });
  const given = lastPlan(follow(giveBack));
  expect(given).toContain("docker_container.captions");
  expect(given).not.toContain("azurerm_");
  follow(deployOne);
  expect(keyIn("contoso-speech")).toBe(key);
  expect(volumes()).toEqual(kept);
  expect(place.speech("plan", "--sandbox", "--detailed-exitcode").code).toBe(0);
  expect(place.speech("verify", "--sandbox").code).toBe(0);
});
