/** A small `speech.yaml`, part by part, so that a test changes one thing. */
export interface SmallConfiguration {
  readonly name: string;
  readonly firstPort: number;
  readonly locale?: string;
  readonly memory?: string;
  /** Containers in this order; default: captions, narrator, callcenter. */
  readonly order?: readonly ContainerName[];
}

export type ContainerName = "captions" | "narrator" | "callcenter";

export const MODEL = "11111111-2222-3333-4444-555555555555";

export function smallConfiguration({
  name,
  firstPort,
  locale = "en-US",
  memory = "16g",
  order = ["captions", "narrator", "callcenter"],
}: SmallConfiguration): string {
  const containers: Readonly<Record<ContainerName, string>> = {
    captions: `{ function: speech-to-text, locale: ${locale}, port: ${firstPort}, size: { cores: 8, memory: ${memory} } }`,
    narrator: `{ function: neural-text-to-speech, voice: en-US-AriaNeural, port: ${firstPort + 1} }`,
    callcenter: `{ function: custom-speech-to-text, modelId: ${MODEL}, port: ${firstPort + 2} }`,
  };
  return [
    `name: ${name}`,
    'edition: "2025-07"',
    "eula: accept",
    `account: { name: ${name}, location: westeurope, resourceGroup: { name: ${name}, create: true } }`,
    "containers:",
    ...order.map((container) => `  ${container}: ${containers[container]}`),
    "",
  ].join("\n");
}
