import { action, after, before, unknown } from "../real-plan";
import { CAPTIONS, CAPTIONS_IMAGE as IMAGE, type Case, SPEECH, TRIAL } from "./case";

const DIGEST = `sha256:${"a".repeat(64)}`;
const named = (name: string) => after(IMAGE, { name });
const STANDARD = "containerpreview.azurecr.io/microsoft/cognitive-services-speech-to-text";

const known = { rule: "", from: "first" } as const;
const unknownName = [unknown(IMAGE, { name: ["var.image"] })];
const undecidedName = [`undecided ${IMAGE}: image known after apply`];

export const imageCases: readonly Case[] = [
  { ...known, rule: "IMG-1", name: "passes what is served" },
  {
    ...known,
    rule: "IMG-1",
    name: "fails an image of the closed registry",
    edits: [named(`${STANDARD}:2.2.0-amd64-en-us-preview@${DIGEST}`)],
    says: [`error ${IMAGE}: speech-to-text 2.2.0 is retired since 2020-09-22: the preview registry closed`],
    mutation: true,
  },
  {
    ...known,
    rule: "IMG-1",
    name: "fails every other image of the closed registry",
    edits: [named(`containerpreview.azurecr.io/microsoft/other:1@${DIGEST}`)],
    says: [`error ${IMAGE}: containerpreview.azurecr.io closed on 2020-09-22`],
  },
  {
    ...known,
    rule: "IMG-1",
    name: "fails standard voices",
    edits: [named(`${SPEECH}/text-to-speech:1.16.0-amd64-en-us-ariarus`)],
    says: [
      `error ${IMAGE}: text-to-speech 1.16.0 is retired since 2021-08-31: ` +
        "standard voices retired, and the preview registry closed on 2020-09-22",
    ],
  },
  {
    ...known,
    rule: "IMG-1",
    name: "passes a copy that somebody asked for in so many words",
    edits: [named("mirror.contoso.example/microsoft/cognitive-services-speech-to-text:latest")],
    beside: { facts: { [CAPTIONS]: { acknowledged: { allowRetired: true } } } },
  },
  {
    ...known,
    rule: "IMG-1",
    name: "is undecided while the name is unknown",
    edits: unknownName,
    says: undecidedName,
  },
  { ...known, rule: "IMG-2", name: "passes a version" },
  {
    ...known,
    rule: "IMG-2",
    name: "fails latest in production",
    edits: [after(IMAGE, { name: `${SPEECH}/speech-to-text:latest`, keep_locally: false })],
    says: [`error ${IMAGE}: the tag is latest`],
    mutation: true,
  },
  {
    ...known,
    rule: "IMG-2",
    name: "warns of no tag in a trial",
    edits: [named(`${SPEECH}/speech-to-text`)],
    options: TRIAL,
    says: [`warning ${IMAGE}: the image has no tag, so latest is meant`],
  },
  {
    ...known,
    rule: "IMG-2",
    name: "passes latest with a digest",
    edits: [named(`${SPEECH}/speech-to-text:latest@${DIGEST}`)],
  },
  { ...known, rule: "IMG-2", name: "is undecided while the name is unknown", edits: unknownName, says: undecidedName },
  { ...known, rule: "IMG-3", name: "passes a tag of the catalogue" },
  {
    ...known,
    rule: "IMG-3",
    name: "fails a locale that does not exist",
    edits: [after(IMAGE, { name: `${SPEECH}/speech-to-text:4.12.0-amd64-en-uk`, keep_locally: false })],
    says: [`error ${IMAGE}: "en-uk" is no locale of Speech`],
    mutation: true,
  },
  {
    ...known,
    rule: "IMG-3",
    name: "fails capitals",
    edits: [named(`${SPEECH}/speech-to-text:4.12.0-amd64-en-US`)],
    says: [`error ${IMAGE}: "4.12.0-amd64-en-US" has capitals, and tags have none`],
  },
  {
    ...known,
    rule: "IMG-3",
    name: "fails another platform",
    edits: [named(`${SPEECH}/speech-to-text:4.12.0-arm64-en-us`)],
    says: [`error ${IMAGE}: "4.12.0-arm64-en-us" is for arm64, and Speech images are for amd64 only`],
  },
  {
    ...known,
    rule: "IMG-3",
    name: "fails the tag of another function",
    edits: [named(`${SPEECH}/speech-to-text:4.12.0-amd64`)],
    says: [`error ${IMAGE}: "4.12.0-amd64" is not built like a tag of this image: 4.12.0-amd64-ar-ae`],
  },
  {
    ...known,
    rule: "IMG-3",
    name: "cannot judge a version that nobody has listed",
    edits: [named(`${SPEECH}/speech-to-text:4.99.0-amd64-en-us`)],
    says: [
      `undecided ${IMAGE}: "4.99.0-amd64-en-us" is in no list of the catalogue: docker pull tells whether it exists`,
    ],
  },
  { ...known, rule: "IMG-3", name: "is undecided while the name is unknown", edits: unknownName, says: undecidedName },
  { ...known, rule: "IMG-4", name: "passes the current version" },
  {
    ...known,
    rule: "IMG-4",
    name: "warns of an older one in production",
    edits: [named(`${SPEECH}/speech-to-text:4.9.0-amd64-en-us@${DIGEST}`)],
    says: [`warning ${IMAGE}: 4.9.0 is older than 4.12.0, the catalogue's current version`],
    mutation: true,
  },
  {
    ...known,
    rule: "IMG-4",
    name: "tells of a preview in a trial",
    edits: [named(`${SPEECH}/speech-to-text:5.0.3-preview-amd64-en-us@${DIGEST}`)],
    options: TRIAL,
    says: [`info ${IMAGE}: "5.0.3-preview-amd64-en-us" is a preview`],
  },
  { ...known, rule: "IMG-4", name: "is undecided while the name is unknown", edits: unknownName, says: undecidedName },
  { ...known, rule: "IMG-5", name: "passes a digest" },
  {
    ...known,
    rule: "IMG-5",
    name: "warns of a kept tag in production",
    edits: [named(`${SPEECH}/speech-to-text:4.12.0-amd64-en-us`)],
    says: [`warning ${IMAGE}: keep_locally is true and "4.12.0-amd64-en-us" is no digest`],
    mutation: true,
  },
  {
    ...known,
    rule: "IMG-5",
    name: "warns of triggers that pull nothing, in a trial as well",
    edits: [named(`${SPEECH}/speech-to-text:4.12.0-amd64-en-us`), after(IMAGE, { pull_triggers: ["1"] })],
    options: TRIAL,
    says: [`warning ${IMAGE}: pull_triggers pull nothing while keep_locally is true`],
  },
  { ...known, rule: "IMG-5", name: "is undecided while the name is unknown", edits: unknownName, says: undecidedName },
  { ...known, rule: "IMG-6", name: "is silent while no registry is named", silent: true },
  {
    ...known,
    rule: "IMG-6",
    name: "passes an allowed registry",
    options: { options: { "IMG-6": { registries: ["mcr.microsoft.com/azure-cognitive-services"] } } },
  },
  {
    ...known,
    rule: "IMG-6",
    name: "fails a registry that only starts alike",
    edits: [named(`mcr.microsoft.com.example/speech-to-text:4.12.0-amd64-en-us@${DIGEST}`)],
    options: { options: { "IMG-6": { registries: ["mcr.microsoft.com"] } } },
    says: [`error ${IMAGE}: the image comes from "mcr.microsoft.com.example", allowed is mcr.microsoft.com`],
    mutation: true,
  },
  {
    ...known,
    rule: "IMG-6",
    name: "is undecided while the name is unknown",
    edits: unknownName,
    options: { options: { "IMG-6": { registries: ["mcr.microsoft.com"] } } },
    says: undecidedName,
  },
  { rule: "IMG-7", name: "has nothing to compare before the first apply", from: "first", silent: true },
  { rule: "IMG-7", name: "passes the same version", from: "settled" },
  {
    rule: "IMG-7",
    name: "is undecided while the new name is unknown",
    from: "settled",
    edits: [unknown(IMAGE, { name: ["var.image"] })],
    says: [`undecided ${CAPTIONS}: image known after apply`],
  },
  {
    rule: "IMG-7",
    name: "warns of another major version",
    from: "settled",
    edits: [
      before(IMAGE, { name: `${SPEECH}/speech-to-text:3.14.0-amd64-en-us` }),
      action(CAPTIONS, ["delete", "create"], ["image"]),
    ],
    says: [`warning ${CAPTIONS}: the image goes from 3.14.0 to 4.12.0, another major version`],
    mutation: true,
  },
];
