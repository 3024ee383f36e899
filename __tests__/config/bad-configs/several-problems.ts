import type { BadConfig } from "./parts";

export const severalProblems: readonly BadConfig[] = [
  {
    title: "five problems of all kinds",
    yaml: `name: contoso
eula: accept
profile: 5
account: { endpoint: "https://westeurope.api.cognitive.microsoft.com/", sku: S0 }
containers:
  captions: { function: speech-to-text, locale: en-UK, port: 5000 }
  narrator: { function: neural-text-to-speech, voice: en-US-AriaNeural, port: 5000 }
  callcenter: { function: custom-speech-to-text, modelId: 11111111-2222-3333-4444-555555555555, apiKey: hunter2 }
`,
    problems: [
      "SPC012 3:10 profile",
      "SPC013 4:73 account.sku",
      "SPC101 6:49 containers.captions.locale",
      "SPC204 7:79 containers.narrator.port",
      "SPC310 8:97 containers.callcenter.apiKey",
    ],
  },
];
