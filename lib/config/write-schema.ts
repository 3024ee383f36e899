import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { configJsonSchema } from "./schema/json-schema";

/** Writes `schema/speech.schema.json` of this repository: `npm run schema`. */
const target = join(__dirname, "..", "..", "schema", "speech.schema.json");
mkdirSync(dirname(target), { recursive: true });
writeFileSync(target, `${JSON.stringify(configJsonSchema(), null, 2)}\n`);
