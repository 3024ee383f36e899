import { quoted } from "../../domain/words";
import { type FoundContainer, type Other, readAssignment, readPort, readVolume } from "./found";
import { shellCommands } from "./shell-words";

const NO_KEY = "a configuration has no key for it";

type Option = readonly [name: string, value: string];

/** Options without a value. What stands here by itself changes nothing that a service has. */
const SWITCHES: Readonly<Record<string, string | undefined>> = {
  "-d": undefined,
  "--detach": undefined,
  "--rm": "a service stays, and keeps its logs",
  "-i": "a service needs no terminal",
  "-t": "a service needs no terminal",
  "--interactive": "a service needs no terminal",
  "--tty": "a service needs no terminal",
  "--init": NO_KEY,
  "--privileged": "no Speech container needs it",
  "--read-only": NO_KEY,
  "--no-healthcheck": undefined,
};

/** One name for each option that is carried over. */
const NAMES: Readonly<Record<string, string>> = {
  "-p": "--publish",
  "--net": "--network",
  "--net-alias": "--network-alias",
  "-v": "--volume",
  "-e": "--env",
  "-m": "--memory",
  "-h": "--hostname",
  "-u": "--user",
  "-w": "--workdir",
  "-l": "--label",
};

const CARRIED = new Set([
  "--publish",
  "--volume",
  "--mount",
  "--env",
  "--memory",
  "--memory-swap",
  "--cpus",
  "--name",
  "--network",
  "--network-alias",
  "--restart",
  "--health-cmd",
  "--health-interval",
  "--health-timeout",
  "--health-start-period",
  "--health-retries",
]);

/** The containers that `docker run` commands of a script start; other commands in it are left out. */
export function readDockerRuns(script: string): readonly FoundContainer[] {
  return shellCommands(script).flatMap((words) => {
    const start = words.findIndex(
      (word, index) =>
        word === "run" &&
        /^(?:.*\/)?(?:docker|podman)$/.test(words[index - (words[index - 1] === "container" ? 2 : 1)] ?? ""),
    );
    return start < 0 ? [] : [readDockerRun(words.slice(start + 1))];
  });
}

function readDockerRun(words: readonly string[]): FoundContainer {
  const { options, switches, rest } = splitOptions(words);
  const all = (name: string): readonly string[] =>
    options.flatMap(([option, value]) => (option === name ? [value] : []));
  const last = (name: string): string | undefined => all(name).at(-1);
  const ports = all("--publish").map((text) => ({ text, port: readPort(text) }));
  const volumes = [
    ...all("--volume").map((text) => ({ text, mount: readVolume(text) })),
    ...all("--mount").map((text) => ({ text, mount: readMount(text) })),
  ];
  const [image = "", ...command] = rest;
  const [name, memory, memorySwap, cpus, restart] = ["--name", "--memory", "--memory-swap", "--cpus", "--restart"].map(
    last,
  );
  const healthCommand = last("--health-cmd");
  return {
    ...(name === undefined ? {} : { name }),
    aliases: all("--network-alias"),
    image,
    ports: ports.flatMap(({ port }) => port ?? []),
    ...(memory === undefined ? {} : { memory }),
    ...(memorySwap === undefined ? {} : { memorySwap }),
    ...(cpus === undefined ? {} : { cpus }),
    mounts: volumes.flatMap(({ mount }) => mount ?? []),
    environment: all("--env").map(readAssignment),
    words: command,
    ...(healthCommand === undefined ? {} : { healthCheck: healthCheckOf(healthCommand, last) }),
    ...(restart === undefined ? {} : { restart }),
    others: [
      ...switches.flatMap((option): readonly Other[] => {
        const why =
          SWITCHES[option] ??
          lettersOf(option)
            .map((letter) => SWITCHES[letter])
            .find(Boolean);
        return why === undefined ? [] : [{ what: option, why }];
      }),
      ...options.filter(([option]) => !CARRIED.has(option)).map(([option]) => ({ what: option, why: NO_KEY })),
      ...all("--network")
        .filter((network) => /^(?:host$|none$|container:)/.test(network))
        .map(() => ({ what: "--network", why: "the containers of a site have a network of their own" })),
      ...ports
        .filter(({ port }) => port === undefined)
        .map(({ text }) => ({ what: `--publish ${quoted(text)}`, why: "only single TCP ports on IPv4 are published" })),
      ...volumes
        .filter(({ mount }) => mount === undefined)
        .map(({ text }) => ({ what: `--volume ${quoted(text)}`, why: "it has no source to keep" })),
    ],
  };
}

function healthCheckOf(command: string, last: (name: string) => string | undefined) {
  const [interval, timeout, startPeriod, retries] = ["interval", "timeout", "start-period", "retries"].map((part) =>
    last(`--health-${part}`),
  );
  return {
    test: ["CMD-SHELL", command],
    ...(interval === undefined ? {} : { interval }),
    ...(timeout === undefined ? {} : { timeout }),
    ...(startPeriod === undefined ? {} : { startPeriod }),
    ...(retries === undefined ? {} : { retries: Number(retries) }),
  };
}

/** `type=bind,source=/srv,target=/usr/local/models,readonly`. */
function readMount(text: string) {
  const parts = new Map(
    text.split(",").map((part) => {
      const { name, value = "true" } = readAssignment(part);
      return [name, value] as const;
    }),
  );
  const source = parts.get("source") ?? parts.get("src");
  const target = parts.get("target") ?? parts.get("destination") ?? parts.get("dst");
  const readOnly = [parts.get("readonly"), parts.get("ro")].includes("true");
  return source === undefined || target === undefined ? undefined : { source, target, readOnly };
}

/** The options before the image. An option that is not known takes the next word, unless that looks like an image. */
function splitOptions(words: readonly string[]): {
  readonly options: readonly Option[];
  readonly switches: readonly string[];
  readonly rest: readonly string[];
} {
  const options: Option[] = [];
  const switches: string[] = [];
  let index = 0;
  for (; index < words.length; index++) {
    const word = words[index] ?? "";
    if (word === "--") {
      index++;
      break;
    }
    if (!word.startsWith("-")) break;
    const [, long, value] = /^(--[^=]+)=([^]*)$/.exec(word) ?? [];
    const letters = lettersOf(word);
    if (long !== undefined) options.push([long, value ?? ""]);
    else if (letters.every((letter) => Object.hasOwn(SWITCHES, letter))) switches.push(word);
    else if (/^-[a-zA-Z]./.test(word) && !word.startsWith("--"))
      options.push([nameOf(word.slice(0, 2)), word.slice(2).replace(/^=/, "")]);
    else if (CARRIED.has(nameOf(word)) || nameOf(word) !== word || !looksLikeImage(words[index + 1]))
      options.push([nameOf(word), words[++index] ?? ""]);
    else options.push([word, ""]);
  }
  return { options, switches, rest: words.slice(index) };
}

/** `-it` is `-i -t`. */
function lettersOf(word: string): readonly string[] {
  return /^-[dit]{2,}$/.test(word)
    ? word
        .slice(1)
        .split("")
        .map((letter) => `-${letter}`)
    : [word];
}

const nameOf = (option: string): string => NAMES[option] ?? option;

function looksLikeImage(word = ""): boolean {
  return /^[\w.-]+(?::\d+)?\/.*(?:speech|sentiment|language-detection)/i.test(word);
}
