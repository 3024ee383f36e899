import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { problemsDocument } from "./problems";
import { withRules } from "./rules";

const docs = join(__dirname, "..", "..", "docs");
writeFileSync(join(docs, "problems.md"), problemsDocument());

const checks = join(docs, "checks.md");
writeFileSync(checks, withRules(readFileSync(checks, "utf8")));
