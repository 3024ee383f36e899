import type { ImageReference } from "../domain";
import { isDigest } from "../domain/image";
import { printable } from "./printable";

/** A user and a password at a registry. */
export interface RegistryLogin {
  readonly username: string;
  readonly password: string;
}

/** The digest of an image, or why the registry gave none, in words. */
export type DigestAnswer = { readonly digest: string } | { readonly refused: string };

/** Image indexes and manifests, of Docker and of OCI: the first two are what a tag with several platforms has. */
const MANIFESTS = [
  "application/vnd.oci.image.index.v1+json",
  "application/vnd.docker.distribution.manifest.list.v2+json",
  "application/vnd.oci.image.manifest.v1+json",
  "application/vnd.docker.distribution.manifest.v2+json",
].join(", ");

const ANSWER_WITHIN_MS = 30_000;

/**
 * Asks an image's registry for the digest of its tag (HEAD of the manifest, `Docker-Content-Digest`), with a login if
 * one is given and wanted. Registries are asked by HTTPS, those on this machine by HTTP, as Docker does. Never rejects.
 */
export async function askDigest(image: ImageReference, login?: RegistryLogin): Promise<DigestAnswer> {
  const { registry, repository, tag } = image;
  const manifest = `${schemeOf(registry)}://${registry}/v2/${repository}/manifests/${tag}`;
  try {
    const first = await head(manifest);
    const answer = first.status === 401 ? await head(manifest, await authorization(first, repository, login)) : first;
    const digest = answer.headers.get("docker-content-digest") ?? "";
    return answer.ok && isDigest(digest) ? { digest } : { refused: refusalOf(answer, digest) };
  } catch (error) {
    return { refused: `it cannot be reached (${reasonOf(error)})` };
  }
}

function head(url: string, proof?: string): Promise<Response> {
  const headers = { accept: MANIFESTS, ...(proof === undefined ? {} : { authorization: proof }) };
  return fetch(url, { method: "HEAD", headers, signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
}

function refusalOf({ ok, status }: Response, digest: string): string {
  if (ok)
    return digest === "" ? "it names no digest" : `it names ${printable(digest.slice(0, 80))}, which is no digest`;
  if (status === 401 || status === 403) return "it wants a login, or another one";
  return status === 404 ? "it does not have this tag" : `it answers ${status}`;
}

/** What a registry wants to see after it refused: its own word by `Basic`, or a token that its `Bearer` realm gives. */
async function authorization(
  refused: Response,
  repository: string,
  login: RegistryLogin | undefined,
): Promise<string | undefined> {
  const challenge = refused.headers.get("www-authenticate") ?? "";
  const basic = login && `Basic ${Buffer.from(`${login.username}:${login.password}`).toString("base64")}`;
  if (!/^bearer /i.test(challenge)) return basic;
  const field = (name: string) => new RegExp(`${name}="([^"]*)"`, "i").exec(challenge)?.[1];
  const realm = new URL(field("realm") ?? "");
  // A password never goes out in the clear, whatever a registry asks for.
  if (realm.protocol !== `${schemeOf(realm.host)}:`) throw new Error(`its token service is ${realm.protocol}//`);
  const service = field("service");
  if (service !== undefined) realm.searchParams.set("service", service);
  realm.searchParams.set("scope", field("scope") ?? `repository:${repository}:pull`);
  const answer = await fetch(realm, {
    headers: basic === undefined ? {} : { authorization: basic },
    signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
  });
  const tokens = answer.ok ? ((await answer.json()) as Readonly<Record<string, unknown>>) : {};
  const token = tokens["token"] ?? tokens["access_token"];
  return typeof token === "string" && token !== "" ? `Bearer ${token}` : undefined;
}

/** Docker, too, asks registries of its own machine in the clear. */
function schemeOf(host: string): "http" | "https" {
  return /^(?:localhost|127(?:\.\d+){3})(?::\d+)?$/.test(host) ? "http" : "https";
}

function reasonOf(error: unknown): string {
  const { message = "", cause } = error as { readonly message?: string; readonly cause?: { readonly code?: string } };
  return printable(cause?.code ?? message);
}
