import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { problemsDocument } from "./problems";

const docs = join(__dirname, "..", "..", "docs");
writeFileSync(join(docs, "problems.md"), problemsDocument());
