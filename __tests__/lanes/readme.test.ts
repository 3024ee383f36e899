import { samplesIn, type Sample } from "../docs/samples";
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
  const npx = `shift; exec node ${command} "$@" $SPEECH_LANE_OPTIONS`;
  path = standIns(place, { az: "exit 0", npx });
});

afterEach(() => place.speech("try", "down"));
afterAll(() => place.remove());

/** Runs a block as a reader who pastes it. */
function follow({ text }: Sample, options = ""): Result {
  const script = place.onItsPorts(text);
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
  const tried = follow(block("./try"));
  expect(tried.code === 0 ? "" : tried.text).toBe("");
  expect(withoutTimes(place.onPublishedPorts(tried.stdout))).toBe(withoutTimes(shown));

  const looked = follow(block("explain SPC204"));
  expect(looked.code === 0 ? "" : looked.text).toBe("");

  expect(follow(block("./try")).stdout).toContain("no changes");
});

test("the command deploys, here into the sandbox", () => {
  const deployed = follow(block("az login"), "--sandbox --auto-approve");
  expect(deployed.code === 0 ? "" : deployed.text).toBe("");
  expect(deployed.text).toContain(place.onItsPorts("ws://localhost:5000"));
});

test("the sandbox lets things happen outside Terraform", () => {
  const happened = follow(block("sandbox stop"));
  expect(happened.code === 0 ? "" : happened.text).toBe("");
  expect(happened.text).toContain("replace");
});

test("what is said by hand is heard by hand", () => {
  const tried = follow(block("./try"));
  expect(tried.code === 0 ? "" : tried.text).toBe("");
  const talked = follow(block("say narrator"));
  expect(talked.code === 0 ? "" : talked.text).toBe("");
  expect(talked.stdout).toMatch(/^.*The train to Leeds leaves at nine\.$/m);
});

test("each block is followed above, by the lane of the CDKTF CLI, or is what runs these tests", () => {
  const followed = [
    "./try",
    "explain SPC204",
    "az login",
    "say narrator",
    "sandbox stop",
    "npx cdktf-cli",
    "npm cit",
  ].map(block);
  expect(blocks.filter((each) => !followed.includes(each))).toEqual([]);
});
