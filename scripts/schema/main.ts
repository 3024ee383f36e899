import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { configJsonSchema } from "../../lib/config/schema/json-schema";

/** Writes the JSON Schema of `speech.yaml` for editors: `npm run schema`. A test fails when it is stale. */
const target = join(__dirname, "..", "..", "schema", "speech.schema.json");
writeFileSync(target, `${JSON.stringify(configJsonSchema(), null, 2)}\n`);
