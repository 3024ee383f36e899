import { closest } from "../nearest";
import type { Profile } from "../profiles";
import { type Place, type Report, below } from "../report";
import type { BackendRequest } from "../request";
import { holdsSecret } from "../secrets";
import { quoted } from "../words";

/** Terraform's own backends. */
const BACKENDS = [
  "local",
  "azurerm",
  "s3",
  "gcs",
  "remote",
  "http",
  "consul",
  "kubernetes",
  "pg",
  "cos",
  "oss",
  "oci",
] as const;

/** Words that end the name of an argument which holds a credential, in any backend. */
const CREDENTIAL =
  /(?:^|_)(?:access_key|secret_key|secret_id|secret|client_key|private_key|private_key_pem|encryption_key|customer_key|sas_token|token|password|conn_str|credentials|http_auth|client_certificate)$/i;

/** Reports an unknown backend and every credential in it (design decision D25). Values are never shown. */
export function judgeBackend(
  backend: BackendRequest | undefined,
  profile: Profile,
  place: Place,
  report: Report,
): void {
  if (backend === undefined || backend.type === "local") {
    if (profile === "production") {
      const message = "local state holds the account's key in the clear on this machine";
      report.warning("SPC322", place, message, "add an encrypted remote backend");
    }
  } else if (!BACKENDS.some((known) => known === backend.type)) {
    const hint = `use one of ${BACKENDS.join(", ")}; nearest: ${closest(backend.type, BACKENDS, 1).join("")}`;
    report.error("SPC320", place, `${quoted(backend.type)} is not a backend`, hint);
  }
  if (backend !== undefined) {
    judgeCredentials(backend.settings, below(place, backend.type), report, new Set());
  }
}

function judgeCredentials(settings: unknown, place: Place, report: Report, seen: Set<object>): void {
  if (typeof settings !== "object" || settings === null || seen.has(settings)) {
    return;
  }
  seen.add(settings);
  for (const [name, value] of Object.entries(settings)) {
    const isSecret = typeof value === "string" && holdsSecret(value);
    if (isSecret || (CREDENTIAL.test(name) && isGiven(value))) {
      const hint = "delete this line; give it in the environment, as the backend's documentation says";
      report.error("SPC321", below(place, name), "credentials are never written here", hint);
    } else {
      judgeCredentials(value, below(place, name), report, seen);
    }
  }
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null && value !== "";
}
