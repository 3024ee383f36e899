import { rmSync } from "node:fs";
import { hear } from "../../../lib/operate/hear";
import { say } from "../../../lib/operate/say";
import { openSandbox, type Sandbox } from "../../../lib/sandbox";
import { containing } from "../../sandbox/speech/support/matchers";
import { apiStatusAt, apply, configOf, eventually, freePorts, logOf, makeProject, options } from "../sandbox-support";

const SENTENCE = "Good morning. The train to Leeds leaves at nine.";
const VOICE = "en-US-AvaNeural";

let folder: string;
let sandbox: Sandbox;
let ports: readonly number[];

beforeAll(async () => {
  folder = makeProject();
  sandbox = openSandbox({ projectFolder: folder });
  ports = await freePorts(3);
  await sandbox.up({ loading: "0s" });
  const [narrator = 0, captions = 0, wrongkey = 0] = ports;
  const config = configOf("talk", {
    narrator: { image: "narrator", port: narrator, command: options() },
    captions: { image: "custom", port: captions, command: [...options(), "ModelId=model-one"] },
    wrongkey: { image: "narrator", port: wrongkey, command: options({ key: "planted-wrong-key" }) },
  });
  const { exitCode, text } = await apply(sandbox, folder, config);
  if (exitCode !== 0) throw new Error(text);
  for (const port of ports) {
    await eventually(
      () => apiStatusAt(port),
      (word) => word !== "Unknown" && word !== undefined,
    );
  }
});

afterAll(async () => {
  await sandbox.down();
  rmSync(folder, { recursive: true });
});

test("what one container of the deployment says another hears, through the Speech SDK", async () => {
  const said = await say({ hostUrl: `http://127.0.0.1:${ports[0]}`, text: SENTENCE, voice: VOICE });
  if (!said.said) throw new Error(said.reason);
  const heard = await hear({ hostUrl: `ws://127.0.0.1:${ports[1]}`, wav: said.audio, locale: "en-US" });
  expect(heard).toMatchObject({ heard: true, phrases: [{ text: SENTENCE }] });
  expect(await logOf(sandbox, "captions")).toContainEqual(containing("/speech/recognition/conversation/"));
});

test("the voice is the one of the image's tag", async () => {
  const answer = await say({ hostUrl: `http://127.0.0.1:${ports[0]}`, text: "Hello", voice: "en-US-AriaNeural" });
  expect(answer).toEqual({ said: false, reason: "400 Bad Request: Voice does not match" });
});

test("a container with a wrong key refuses queries, and its log holds no key", async () => {
  const answer = await say({ hostUrl: `http://127.0.0.1:${ports[2]}`, text: "Hello", voice: VOICE });
  expect(answer).toEqual({ said: false, reason: containing("401 Unauthorized") });
  expect((await logOf(sandbox, "wrongkey")).join("\n")).not.toContain("planted-wrong-key");
});
