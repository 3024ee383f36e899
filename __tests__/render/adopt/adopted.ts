import { parseConfig } from "../../../lib/config";
import type { ContainerPlan } from "../../../lib/domain";
import { adopt, readFound } from "../../../lib/render";

export const adopted = (text: string, name?: string) => adopt(readFound(text).containers, name);

/** The plan of the text that was written, read as any configuration is. */
export function containersIn(text: string): readonly ContainerPlan[] {
  const { plan, problems } = parseConfig(text, "speech.yaml");
  if (plan === undefined) throw new Error(JSON.stringify(problems));
  return plan.sites.flatMap(({ containers }) => containers);
}

/** What runs, without the names that a command does not have. */
export const running = (container: ContainerPlan) => {
  const {
    function: functionName,
    locale,
    voice,
    modelId,
    language,
    sentiment,
    image,
    port,
    mounts,
    healthCheck,
    allowRetired,
  } = container;
  // Whether decoders follow from expect: or are written changes their place, and nothing else.
  const settings = container.settings.toSorted((left, right) => (left.name < right.name ? -1 : 1));
  const { cores, memoryMiB, modelMemoryMiB } = container.size;
  return {
    functionName,
    locale,
    voice,
    modelId,
    language,
    sentiment,
    image,
    port,
    mounts,
    settings,
    healthCheck,
    allowRetired,
    cores,
    memoryMiB,
    modelMemoryMiB,
  };
};
