import { writeNotes } from "../../lib/cli/notes";
import { recordingTerminal } from "./recording-terminal";

const setting = 'edition: "2025-07"';
const screenOf = (...notes: readonly string[]): string => {
  const terminal = recordingTerminal();
  writeNotes(terminal, notes);
  return terminal.out();
};

describe("warnings of an app", () => {
  it("are shown once each, within the width", () => {
    const out = screenOf("one ".repeat(40), "one ".repeat(40), "two");
    expect(out.match(/warning/g)).toHaveLength(2);
    expect(out.split("\n").filter((line) => line.length > 80)).toEqual([]);
  });

  it.each(Array.from({ length: 20 }, (_, index) => index + 45))(
    "keep a line to paste whole (%i before it)",
    (length) => {
      expect(screenOf(`${"x".repeat(length)} ${setting}`)).toContain(setting);
    },
  );

  it("are no screen where there are none", () => {
    expect(screenOf()).toBe("");
  });
});
