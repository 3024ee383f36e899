import { samplesIn, type Sample } from "../docs/samples";
import { cdktf, cdktfLoads, installCdktf } from "./cdktf-cli";
import { command, standIns, workplace, type Result, type Workplace } from "./workplace";

/** The README as a newcomer follows it: its blocks run as they stand, in a copy of the project. */
const blocks = samplesIn("sh", ["README.md"]);
const block = (part: string): Sample => {
  const found = blocks.find(({ text }) => text.includes(part));
  if (found === undefined) throw new Error(`README.md has no block with ${part}`);
  return found;
};

let place: Workplace;
let path: string;

beforeAll(async () => {
  place = await workplace();
  const ours = `exec node ${command} "$@" $SPEECH_LANE_OPTIONS`;
  const plainCdktf = `eval "$(node ${command} sandbox env)" && exec node ${cdktf} "$@" --auto-approve --skip-provider-lock`;
  path = standIns(place, {
    az: "exit 0",
    npx: `name=$1; shift; case $name in speech-containers) ${ours} ;; cdktf-cli@0.21) ${plainCdktf} ;; esac; exit 64`,
  });
});

afterEach(() => place.speech("try", "down"));
afterAll(() => place.remove());

/** Runs blocks in one shell, as a reader who pastes one after the other. */
function follow(parts: readonly Sample[], options = ""): Result {
  const script = place.onItsPorts(parts.map(({ text }) => text).join("\n"));
  return place.run("sh", ["-e", "-c", script], { PATH: path, SPEECH_LANE_OPTIONS: options });
}

const withoutTimes = (text: string) =>
  text
    .replaceAll(/^(Building|Installing).*\n/gm, "")
    .replaceAll(/ +\d+\.\d s$/gm, " time")
    .replaceAll(/node [\d.]+, \w+ [\d.]+/g, "tools")
    .trim();

test("./try prints what the README shows, and then what stands there about it is true", () => {
  const shown = samplesIn("text", ["README.md"])[0]?.text ?? "";
  const tried = follow([block("./try")]);
  expect(tried.code === 0 ? "" : tried.text).toBe("");
  expect(withoutTimes(place.onPublishedPorts(tried.stdout))).toBe(withoutTimes(shown));

  const looked = follow([block("explain SPC204")]);
  expect(looked.code === 0 ? "" : looked.text).toBe("");

  expect(follow([block("./try")]).stdout).toContain("no changes");
});

test("the command deploys, here into the sandbox", () => {
  const deployed = follow([block("az login")], "--sandbox --auto-approve");
  expect(deployed.code === 0 ? "" : deployed.text).toBe("");
  expect(deployed.text).toContain(place.onItsPorts("ws://localhost:5000"));
});

(cdktfLoads ? test : test.skip)("plain cdktf deploys the same, here into the sandbox", () => {
  installCdktf();
  place.speech("sandbox", "up");
  const exports = { ...block("az login"), text: block("az login").text.replace(/^npx.*$/m, "") };
  const deployed = follow([exports, block("npx cdktf-cli")]);
  expect(deployed.code === 0 ? "" : deployed.text).toBe("");
  expect(place.speech("sandbox", "status").text).toContain("captions");
});

test("the sandbox lets things happen outside Terraform", () => {
  const happened = follow([block("sandbox stop")]);
  expect(happened.code === 0 ? "" : happened.text).toBe("");
  expect(happened.text).toContain("replace");
});

test("what is said by hand is heard by hand", () => {
  const tried = follow([block("./try")]);
  expect(tried.code === 0 ? "" : tried.text).toBe("");
  const talked = follow([block("say narrator")]);
  expect(talked.code === 0 ? "" : talked.text).toBe("");
  expect(talked.stdout).toMatch(/^.*The train to Leeds leaves at nine\.$/m);
});

test("each block is followed above or is what runs these tests", () => {
  const followed = ["./try", "explain SPC204", "az login", "npx cdktf-cli", "say narrator", "sandbox stop"].map(block);
  expect(blocks.filter((each) => !followed.includes(each)).map(({ text }) => text)).toEqual([block("npm cit").text]);
});
