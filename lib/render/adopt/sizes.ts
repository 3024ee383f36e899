import { type ContainerRequest, describeMemory, renderMemory } from "../../domain";
import type { FoundContainer, Other } from "./found";
import { readMemory } from "./memory";
import { AS_FOUND } from "./ports";

/** Cores and memory as they are limited; undefined, with a note, where one of them is not. */
export function sizeOf(
  { cpus, memory }: FoundContainer,
  notCarried: Other[],
): { cores: number; memoryMiB: number } | undefined {
  const cores = Number(cpus);
  const memoryMiB = memory === undefined ? undefined : readMemory(memory);
  if (cores > 0 && memoryMiB !== undefined) return { cores, memoryMiB };
  const missing = [...(cores > 0 ? [] : ["cores"]), ...(memoryMiB === undefined ? ["memory"] : [])].join(" and ");
  const had =
    cores > 0
      ? `; the ${cores} cores are not kept`
      : memoryMiB
        ? `; the ${describeMemory(memoryMiB)} are not kept`
        : "";
  notCarried.push({ what: `no limit of ${missing}`, why: `the recommended size is planned${had}` });
  return undefined;
}

/** From what is expected, where decoders say it, to the very numbers; `exact` has the decoders as a setting. */
export function sizeForms(
  base: ContainerRequest,
  exact: ContainerRequest,
  { cores, memoryMiB }: { readonly cores: number; readonly memoryMiB: number },
  decoders: number | undefined,
): readonly ContainerRequest[] {
  const explicit = { cores, memory: renderMemory(memoryMiB) };
  const expectations = decoders === undefined ? [] : [{ liveStreams: decoders }, { fileStreams: decoders }];
  return [
    ...expectations.map((expect) => ({ ...base, expect })),
    exact,
    { ...exact, size: "minimum" },
    { ...exact, size: explicit },
    { ...exact, size: { ...explicit, belowMinimum: AS_FOUND } },
  ];
}
