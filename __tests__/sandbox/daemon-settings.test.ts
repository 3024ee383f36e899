import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readSettings, withOptions, writeSettings } from "../../lib/sandbox/daemon-settings";
import { errorOf } from "./error-of";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "spc-test-"));
});

afterEach(() => rmSync(folder, { recursive: true }));

test("options that are left out stay as they were", () => {
  const before = withOptions(readSettings(folder), { loading: "1m30s", clock: 60 });
  expect(withOptions(before, {})).toEqual(before);
  expect(before).toMatchObject({ loadingMilliseconds: 90_000, clock: 60 });
});

test.each([
  { loading: "soon" },
  { loading: "" },
  { loading: "577h" },
  { clock: 0 },
  { clock: -1 },
  { clock: Number.NaN },
  { clock: 0.0001 },
  { clock: 100_001 },
  { clock: 1e300 },
])("%j is refused", (options) => {
  expect(errorOf(() => withOptions(readSettings(folder), options))).toMatchObject({ code: "SPC705" });
});

test.each([{ loading: "576h" }, { loading: "0s" }, { clock: 0.01 }, { clock: 100_000 }])("%j is taken", (options) => {
  expect(() => withOptions(readSettings(folder), options)).not.toThrow();
});

test("settings come back as they were written, in a private file", () => {
  const settings = withOptions(readSettings(folder), { clock: 7 });
  writeSettings(folder, settings);
  expect(readSettings(folder)).toEqual(settings);
  expect(statSync(join(folder, "settings.json")).mode & 0o777).toBe(0o600);
});
