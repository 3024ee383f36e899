import { action, after, before, orphan, templates, type Edit } from "../real-plan";
import { CALLCENTER, CAPTIONS, CAPTIONS_IMAGE, type Case, SPEECH, TRIAL } from "./case";

const LICENCE = { type: "volume", source: "contoso-license", target: "/license", read_only: false };
const OUTPUT = { type: "volume", source: "contoso-output", target: "/output", read_only: false };
const WORDS = ["Eula=accept", "Mounts:License=/license", "Mounts:Output=/output"];

/** Captions serves without Azure. */
const offline = (words: readonly string[] = WORDS, mounts: readonly object[] = [LICENCE, OUTPUT]): readonly Edit[] => [
  templates(CAPTIONS, "command", words),
  templates(CAPTIONS, "env", []),
  after(CAPTIONS, { mounts }),
];

/** As it runs already. */
const running = (mounts: readonly object[]): readonly Edit[] => [
  after(CAPTIONS, { command: WORDS, env: undefined, mounts }),
  templates(CAPTIONS, "command", WORDS),
  before(CAPTIONS, { command: WORDS, env: [], mounts: [LICENCE, OUTPUT] }),
];
const newImage = [
  before(CAPTIONS_IMAGE, { name: `${SPEECH}/speech-to-text:4.10.0-amd64-en-us` }),
  action(CAPTIONS, ["delete", "create"], ["image"]),
];

const MODEL_VOLUME = "contoso-model-11111111-2222-3333-4444-555555555555";
const volume = (name: string) => orphan("docker_volume.model", { name, driver: "local", id: name });

export const disconnectedCases: readonly Case[] = [
  { rule: "CTR-14", name: "has nothing to say of connected containers", from: "first", silent: true },
  { rule: "CTR-14", name: "passes licence and output", from: "first", edits: offline() },
  { rule: "CTR-1", name: "asks a disconnected container for no account", from: "first", edits: offline() },
  {
    rule: "CTR-14",
    name: "fails a licence that is nowhere",
    from: "first",
    edits: offline(WORDS, [OUTPUT]),
    says: [`error ${CAPTIONS}: Mounts:License is "/license", and nothing is mounted there`],
    mutation: true,
  },
  {
    rule: "CTR-14",
    name: "fails usage records that are lost",
    from: "first",
    edits: offline(WORDS.slice(0, 2)),
    says: [`error ${CAPTIONS}: Mounts:Output is not set`],
  },
  {
    rule: "CTR-14",
    name: "fails a download that is left on a serving container",
    from: "first",
    edits: offline([...WORDS, "DownloadLicense=True"]),
    says: [`error ${CAPTIONS}: DownloadLicense is left on a container that serves`],
  },
  {
    rule: "CTR-14",
    name: "is undecided while the folder is unknown",
    from: "first",
    edits: offline(["Eula=accept", "Mounts:License=${var.folder}", "Mounts:Output=/output"]),
    says: [`undecided ${CAPTIONS}: Mounts:License known after apply`],
  },
  {
    rule: "CTR-15",
    name: "fails a new image on the old licence",
    from: "settled",
    edits: [...running([LICENCE, OUTPUT]), ...newImage],
    says: [`error ${CAPTIONS}: the image changes, and nothing fetches its licence again`],
    mutation: true,
  },
  {
    rule: "CTR-15",
    name: "passes a new image with another licence volume",
    from: "settled",
    edits: [...running([{ ...LICENCE, source: "contoso-license-4-12-0" }, OUTPUT]), ...newImage],
  },
  { rule: "CTR-15", name: "passes the same image", from: "settled", edits: running([LICENCE, OUTPUT]) },
  {
    rule: "CTR-15",
    name: "is undecided while the licence volume is unknown",
    from: "settled",
    edits: [...running([{ ...LICENCE, source: null }, OUTPUT]), ...newImage],
    says: [`undecided ${CAPTIONS}: licence volume known after apply`],
  },
  {
    rule: "CTR-16",
    name: "fails language detection without a connection",
    from: "first",
    edits: [
      ...offline(),
      after(CAPTIONS_IMAGE, { name: `${SPEECH}/language-detection:1.18.0-amd64-preview@sha256:${"a".repeat(64)}` }),
    ],
    says: [`error ${CAPTIONS}: language-detection is not offered without a connection`],
    options: TRIAL,
    mutation: true,
  },
  { rule: "CTR-12", name: "has nothing to say without volumes", from: "settled", silent: true },
  { rule: "CTR-12", name: "leaves volumes of others alone", from: "settled", edits: [volume("web")], silent: true },
  {
    rule: "CTR-12",
    name: "fails the deletion of a model's volume",
    from: "settled",
    edits: [volume(MODEL_VOLUME)],
    says: [
      `error docker_volume.model: the volume "${MODEL_VOLUME}" is deleted, and what a container keeps on it is lost`,
    ],
    mutation: true,
  },
  {
    rule: "CTR-12",
    name: "passes a deletion with a reason",
    from: "settled",
    edits: [volume(MODEL_VOLUME)],
    beside: { facts: { "docker_volume.model": { acknowledged: { "CTR-12": "the model is retired" } } } },
  },
  {
    rule: "CTR-12",
    name: "knows the volume of a container that goes with it",
    from: "settled",
    edits: [action(CALLCENTER, ["delete"]), volume(MODEL_VOLUME)],
    says: [
      `error docker_volume.model: the volume "${MODEL_VOLUME}" is deleted, and what a container keeps on it is lost`,
    ],
  },
];
