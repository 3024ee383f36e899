/** One container to verify, as data. */
export interface VerifyTarget {
  /** Unique; `name`, or `site/name` where a deployment has several sites. */
  readonly name: string;
  readonly function?: string;
  /** What clients use. */
  readonly hostUrl: string;
  readonly readyUrl: string;
  readonly statusUrl: string;
  readonly site?: string;
  /** The container's name on its engine, as `readEngineStates` tells it. */
  readonly engineName?: string;
  readonly locale?: string;
  readonly voice?: string;
  readonly modelId?: string;
  readonly language?: string;
  /** Connect here instead of the host of the URLs. */
  readonly address?: string;
}

/** An entry of the output `containers`, the contract of our stacks. */
interface ContainerOutput {
  readonly site?: string | null;
  readonly function?: string | null;
  readonly host_url?: string | null;
  readonly ready_url?: string | null;
  readonly status_url?: string | null;
  readonly engine_name?: string | null;
  readonly locale?: string | null;
  readonly voice?: string | null;
  readonly model_id?: string | null;
  readonly language?: string | null;
}

/** The targets in the output `containers` of a stack; none where the output is missing. */
export function targetsOfOutput(containers: unknown): readonly VerifyTarget[] {
  if (typeof containers !== "object" || containers === null) return [];
  return Object.entries(containers as Readonly<Record<string, ContainerOutput>>).flatMap(([name, output]) => {
    const hostUrl = output.host_url ?? undefined;
    if (hostUrl === undefined) return [];
    return [
      {
        ...urlsBelow(hostUrl),
        name,
        ...present("readyUrl", output.ready_url),
        ...present("statusUrl", output.status_url),
        ...present("function", output.function),
        ...present("site", output.site),
        ...present("engineName", output.engine_name),
        ...present("locale", output.locale),
        ...present("voice", output.voice),
        ...present("modelId", output.model_id),
        ...present("language", output.language),
      },
    ];
  });
}

/** A target from `name=URL` or a plain URL; undefined when it is neither. */
export function targetOfText(text: string): VerifyTarget | undefined {
  const [, name, url = ""] = /^(?:([\w./-]+)=)?((?:https?|wss?):\/\/.+)$/.exec(text) ?? [];
  if (!URL.canParse(url)) return undefined;
  return { name: name ?? new URL(url).host, ...urlsBelow(url) };
}

function urlsBelow(hostUrl: string): Pick<VerifyTarget, "hostUrl" | "readyUrl" | "statusUrl"> {
  const base = hostUrl.replace(/^ws/, "http").replace(/\/$/, "");
  return { hostUrl, readyUrl: `${base}/ready`, statusUrl: `${base}/status` };
}

function present<Key extends keyof VerifyTarget>(
  key: Key,
  value: string | null | undefined,
): Partial<Record<Key, string>> {
  return value === null || value === undefined ? {} : ({ [key]: value } as Partial<Record<Key, string>>);
}
