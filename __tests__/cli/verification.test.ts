import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { renderVerified, runVerify } from "../../lib/cli/verification";
import { targetOfText } from "../../lib/operate";
import { fakeTerraform, synthesizedStack } from "../terraform/fake-terraform";
import { recordingTerminal } from "./recording-terminal";

const interrupts = (requested: boolean) => ({ requested, listen: () => () => undefined });

/** Verifies one container that answers well, whose stack cannot be planned. */
async function verified() {
  const server = createServer((_request, response) => response.end('{"apiStatus":"Valid"}'));
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const target = targetOfText(`captions=http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const fake = fakeTerraform({ plan: { exitCode: 1, stderr: "Cannot connect to the Docker daemon" } });
  const session = {
    terraform: { path: fake.path, product: "terraform", version: "1.11.4" },
    environment: process.env,
  } as const;
  const said: string[] = [];
  const outcome = await runVerify({
    targets: target === undefined ? [] : [target],
    terminal: recordingTerminal(),
    say: (text) => said.push(text),
    timeoutMs: 90_000,
    confirm: true,
    deployment: {
      project: { folder: fake.folder, environment: {} },
      session,
      stacks: [{ ...synthesizedStack(), id: "leeds" }],
      notes: [],
    },
  });
  await new Promise((closed) => server.close(closed));
  return { outcome, said };
}

it("says which engine could not be asked, and why", async () => {
  const { outcome } = await verified();
  expect(renderVerified(outcome, recordingTerminal()).replace(/\s+/g, " ")).toMatch(
    /captions answers .* The engine of leeds could not be asked whether its containers run: .*cannot be reached\.$/,
  );
});

it("names the option by which it waits, while it waits", async () => {
  expect((await verified()).said[0]).toMatch(/^--timeout 90s: /);
});

it("says so when it was broken off", () => {
  const terminal = recordingTerminal({ interrupts: interrupts(true) });
  expect(renderVerified({ results: [], unasked: [] }, terminal)).toContain("interrupted: this is what was known");
});
