import { openEngines, smallProgram } from "../../../lib/sandbox/engine";
import { configureDocker } from "../../../lib/sandbox/provider/docker/client";
import { obtainImage } from "../../../lib/sandbox/provider/docker/image";
import { temporaryStore } from "../sandbox-world";

const reference = "mirror.example:5000/team/speech:1";
const { store, remove } = temporaryStore();
const engines = openEngines({
  store,
  runtime: smallProgram(),
  registries: { isPublished: () => true, userOf: () => "puller" },
});

afterAll(() => remove());

const pull = (registry_auth: readonly { address: string; username: string; password: string }[]) =>
  obtainImage(configureDocker({ registry_auth: [...registry_auth] }, engines), reference);

test("the provider logs in where its block says so, whatever path the address has", async () => {
  const login = { address: "https://mirror.example:5000/team", username: "puller", password: "any" };
  await expect(pull([])).rejects.toThrow("unauthorized: authentication required");
  await expect(pull([{ ...login, address: "mirror.example" }])).rejects.toThrow("unauthorized");
  await expect(pull([login])).resolves.toMatchObject({ tags: [reference] });
});
