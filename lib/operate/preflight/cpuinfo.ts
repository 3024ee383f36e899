import type { Processor } from "./readings";

/**
 * The processor that `/proc/cpuinfo` shows; undefined where the text is none. The speed is the nominal one where the
 * model's name has it (`@ 2.60GHz`), else the highest that a core says it runs at.
 */
export function readProcessor(cpuinfo: string): Processor | undefined {
  const valuesOf = (key: string): readonly string[] =>
    [...cpuinfo.matchAll(new RegExp(`^${key}\\s*:\\s*(.*)$`, "gm"))].map(([, value = ""]) => value.trim());
  const [model] = valuesOf("model name");
  const [flags] = valuesOf("flags");
  if (model === undefined || flags === undefined) return undefined;
  const [, nominal] = /@\s*([\d.]+)\s*GHz/i.exec(model) ?? [];
  const speeds = nominal === undefined ? valuesOf("cpu MHz").map(Number) : [Number(nominal) * 1000];
  const megahertz = Math.max(...speeds.filter((speed) => Number.isFinite(speed) && speed > 0));
  return {
    model: model.replace(/\s+/g, " "),
    hasAvx2: flags.split(/\s+/).includes("avx2"),
    ...(Number.isFinite(megahertz) ? { megahertz } : {}),
  };
}
