import { stepsOn } from "../../lib/cli/steps";
import { Interrupted } from "../../lib/terraform";
import { recordingTerminal } from "./recording-terminal";

const done = (text: string) => () => Promise.resolve({ value: undefined, text });

describe("steps", () => {
  it("are numbered rows with what was done and how long it took, within 80 columns", async () => {
    const terminal = recordingTerminal();
    const step = stepsOn(terminal, { total: 6 });
    await step("tools", done("node 20.20.2, terraform 1.11.4"));
    await step("plan", done("14 to add, 0 to change, 0 to destroy"));
    const lines = terminal.out().trimEnd().split("\n");
    expect(lines[0]).toMatch(/^ {2}\[1\/6\] tools {7}node 20\.20\.2, terraform 1\.11\.4 +\d+\.\d s$/);
    expect(lines[1]).toMatch(/^ {2}\[2\/6\] plan /);
    for (const line of lines) expect(line).toHaveLength(80);
  });

  it("break a long text into lines that keep the width", async () => {
    const terminal = recordingTerminal();
    await stepsOn(terminal)("synth", done(`2 stacks: ${"a-rather-long-stack-name-account, ".repeat(3)}end`));
    for (const line of terminal.out().trimEnd().split("\n")) expect(line.length).toBeLessThanOrEqual(80);
    expect(terminal.out()).toContain("end");
  });

  it("show where the work stopped, and pass the reason on", async () => {
    const terminal = recordingTerminal();
    const work = stepsOn(terminal)("apply", () => Promise.reject(new Error("why")));
    await expect(work).rejects.toThrow("why");
    expect(terminal.out()).toMatch(/apply +failed +\d/);
  });

  it("that are interrupted have not failed", async () => {
    const terminal = recordingTerminal();
    const work = stepsOn(terminal)("apply", () => Promise.reject(new Interrupted("why")));
    await expect(work).rejects.toThrow("why");
    expect(terminal.out()).toMatch(/apply +stopped +\d/);
  });

  describe("that take long", () => {
    beforeEach(() => jest.useFakeTimers());
    afterEach(() => jest.useRealTimers());

    const after = async (milliseconds: number, terminal: ReturnType<typeof recordingTerminal>, quiet = false) => {
      const step = stepsOn(terminal, { quiet });
      const work = step("apply", async (say) => {
        say("7 of 14");
        await new Promise((resolve) => setTimeout(resolve, milliseconds));
        return { value: undefined, text: "14 of 14" };
      });
      await jest.advanceTimersByTimeAsync(milliseconds);
      await work;
    };

    it("print a line every ten seconds where no line can be drawn again", async () => {
      const terminal = recordingTerminal();
      await after(25_000, terminal);
      expect(terminal.out().match(/apply: 7 of 14 \(\d+ s\)/g)).toEqual([
        "apply: 7 of 14 (10 s)",
        "apply: 7 of 14 (20 s)",
      ]);
    });

    it("show their life on standard error when standard output is for JSON", async () => {
      const terminal = recordingTerminal();
      await after(11_000, terminal, true);
      expect(terminal.out()).toBe("");
      expect(terminal.err()).toContain("apply: 7 of 14");
    });

    it("spin on a terminal and leave only the row", async () => {
      const terminal = recordingTerminal({ animated: true });
      await after(2_000, terminal);
      expect(terminal.out()).toContain("\r  apply       - 7 of 14");
      expect(terminal.out().split("\r").at(-1)).toMatch(/^ {2}apply {7}14 of 14/);
    });

    it("that end soon do not flicker", async () => {
      const terminal = recordingTerminal({ animated: true });
      await after(200, terminal);
      expect(terminal.out()).not.toContain("\r");
    });
  });
});
