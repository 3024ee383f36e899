import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { problemsDocument } from "./problems";
import { withRules } from "./rules";
import { withSettingsTable } from "./settings";

const docs = join(__dirname, "..", "..", "docs");
writeFileSync(join(docs, "problems.md"), problemsDocument());

const checks = join(docs, "checks.md");
writeFileSync(checks, withRules(readFileSync(checks, "utf8")));

const settings = join(docs, "settings.md");
writeFileSync(settings, withSettingsTable(readFileSync(settings, "utf8")));
