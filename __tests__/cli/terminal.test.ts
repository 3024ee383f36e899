import { spawnSync } from "node:child_process";
import { join } from "node:path";

/** Runs a script with `terminal` in a process of its own; `after` is what a shell adds to its command line. */
const outcomeOf = (script: string, after = "") =>
  spawnSync("sh", ["-c", `"$NODE" --import tsx -e "$SCRIPT" ${after}`], {
    cwd: join(__dirname, "..", ".."),
    encoding: "utf8",
    env: {
      ...process.env,
      NODE: process.execPath,
      SCRIPT: `const terminal = require("./lib/cli/terminal").processTerminal(); ${script}`,
    },
  });

describe("the terminal of the process", () => {
  it("lets the work end when nobody reads its output any more", () => {
    const lines = `let left = 20; const timer = setInterval(() => {
      terminal.write("line\\n");
      if (--left === 0) { clearInterval(timer); terminal.complain("ended"); }
    }, 20);`;
    const { stdout, stderr } = outcomeOf(lines, "| head -1");
    expect({ stdout, stderr }).toEqual({ stdout: "line\n", stderr: "ended" });
  });

  it("takes a closed terminal for an interruption, which whoever listens handles", () => {
    const { status, stdout } = outcomeOf(`const timer = setTimeout(() => undefined, 10_000);
      terminal.interrupts.listen(() => { terminal.write("heard"); clearTimeout(timer); });
      process.kill(process.pid, "SIGHUP");`);
    expect({ status, stdout }).toEqual({ status: 0, stdout: "heard" });
  });

  it("does not stumble over a closed terminal's errors of any kind", () => {
    const { status, stderr } = outcomeOf(`terminal.interrupts.listen(() => undefined);
      process.kill(process.pid, "SIGHUP");
      setTimeout(() => process.stdout.emit("error", Object.assign(new Error("input/output"), { code: "EIO" })), 100);`);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  });
});
