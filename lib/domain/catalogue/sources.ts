/** A document from which facts of the catalogue are taken. */
export interface CatalogueSource {
  readonly title: string;
  /** When the document was published or last changed: a year, a month or a day. */
  readonly date: string;
}

/** The day on which the catalogue was last compared with its sources. */
export const CHECKED_ON = "2026-11-24";

/** S: the seed document. M: Microsoft. C: community, not Microsoft's word. W: measured on the wire. D: design decision of this package. */
export const catalogueSources = {
  S: { title: "Install and run Speech service containers (Preview)", date: "2020-05-05" },
  M1: { title: "MicrosoftDocs/azure-docs container-image-tags.md @ccf574a5 and later 2020 copies", date: "2020-04-01" },
  M2: { title: "MicrosoftDocs/azure-ai-docs speech-container-overview.md, speech-container-howto.md", date: "2025-07" },
  M3: { title: "MicrosoftDocs/azure-ai-docs speech-container-stt.md, -cstt.md, -ntts.md", date: "2024-09" },
  M4: { title: "MicrosoftDocs/azure-ai-docs speech-container-configuration.md", date: "2026-01" },
  M5: { title: "MicrosoftDocs/azure-docs speech-container-howto.md @0106b4de", date: "2022-01" },
  M6: { title: "MicrosoftDocs/azure-ai-docs speech-container-lid.md", date: "2025" },
  M7: { title: "MicrosoftDocs/azure-ai-docs release-notes-containers.md", date: "2025-02" },
  M8: { title: "MicrosoftDocs/azure-docs container-image-tags.md @00b93552", date: "2022-01" },
  M21: { title: "MicrosoftDocs/azure-docs container-image-tags.md, copy of April 2021", date: "2021-04-12" },
  M9: { title: "MicrosoftDocs/azure-docs speech-container-faq.md @00821c99, speech-modes.md", date: "2021-03" },
  M10: { title: "MicrosoftDocs/azure-ai-docs containers/container-faq.yml", date: "2025-08" },
  M12: { title: "GitHub issue MicrosoftDocs/azure-docs 33002, a log of a container", date: "2019" },
  M13: { title: "MicrosoftDocs/azure-docs shared includes of the container pages", date: "2020" },
  M15: { title: "Azure-Samples/cognitive-services-containers-samples @3a935a05", date: "2020" },
  M16: { title: "MicrosoftDocs/azure-ai-docs disconnected-containers.md", date: "2025" },
  M17: { title: "hashicorp/terraform-provider-azurerm @69697b7f cognitive_account.html.markdown", date: "2025" },
  M18: { title: "MicrosoftDocs/azure-ai-docs rest-text-to-speech.md and localized copies", date: "2020 to 2024-09" },
  M19: { title: "microsoft/charts @c8b7537f cognitive-services-speech-onpremise 0.3.3", date: "2024-02" },
  M20: { title: "MicrosoftDocs/azure-ai-docs language-support/tts.md @00963a67", date: "2025-10-21" },
  M22: { title: "Install and run Sentiment Analysis containers (Language service)", date: "2025" },
  C1: { title: "ivee-tech/ai-services @0432d093, registry exports", date: "2025-09-05" },
  C2: { title: "Osshaikh/speechcontainer, readme and changelog", date: "2026" },
  C3: { title: "a setup guide with speech-to-text 5.1.0 and neural-text-to-speech 3.11.0", date: "2025" },
  C5: { title: "an offline deployment guide", date: "2026-07-06" },
  W: { title: "what Speech SDK 1.52 (JavaScript) and 1.53 (Python) send to a local server", date: "2026-11" },
  D6: { title: "design decision D6: the limit includes the model", date: "2026-11" },
} as const satisfies Record<string, CatalogueSource>;

export type SourceId = keyof typeof catalogueSources;
