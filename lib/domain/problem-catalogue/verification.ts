import type { ProblemDescription } from "./description";

/** SPC8xx: what verify finds on running containers, preflight on engines (raised by lib/operate). */
export const verificationProblems = {
  SPC801: {
    title: "key refused",
    meaning: "`/status` says Invalid: Azure does not know the key that the container was started with.",
    mend: "Deploy again: a regenerated key replaces the containers that use it. With `endpoint:`, set a new key.",
  },
  SPC802: {
    title: "key of another kind of resource",
    meaning: "`/status` says Mismatch: key and endpoint are not of one Speech account.",
    mend: "Take key and endpoint from the same account, of kind SpeechServices and in the region of the endpoint.",
  },
  SPC803: {
    title: "Azure cannot be reached for billing",
    meaning: "`/status` says CouldNotConnect: the container does not reach its billing endpoint and stops serving.",
    mend: "Let the engine's host reach *.cognitive.microsoft.com and *.cognitiveservices.azure.com on TCP port 443.",
  },
  SPC804: {
    title: "billing endpoint busy",
    meaning:
      "`/status` says BillingEndpointBusy: Azure asks the container to try again later, which it does by itself.",
    mend: "Wait some minutes, then verify again.",
  },
  SPC805: {
    title: "out of quota",
    meaning: "`/status` says OutOfQuota: the account's free amount is used up; cloud and containers share it.",
    mend: "Wait for the next month, or use `sku: S0`.",
  },
  SPC806: {
    title: "subscription not approved",
    meaning: "`/status` says ContainerUseUnauthorized: this container needs an approval for the subscription.",
    mend: "Ask Microsoft for access to the gated container, or use one that is not gated.",
  },
  SPC807: {
    title: "key not judged",
    meaning: "`/status` says Unknown or a word that is not documented: the container cannot say if its key is good.",
    mend: "Read the container's log, and verify again in a minute.",
  },
  SPC808: {
    title: "nobody answers",
    meaning:
      "Nothing listens on the host URL: the container is stopped, starting, or the port is not reached from here.",
    mend: "Run `plan`: a container that is not running shows as a replacement, and `deploy` heals it.",
  },
  SPC809: {
    title: "still loading",
    meaning: "`/ready` did not say ready before the deadline; a model takes 60 to 90 seconds, a first download longer.",
    mend: "Wait longer with `--timeout`, or read the container's log.",
  },
  SPC810: {
    title: "crash loop",
    meaning:
      "The container ends again and again and the engine restarts it: a setting that it needs is wrong or missing.",
    mend: "Read its log (`docker logs`, `speech-containers sandbox logs`): the last lines name the setting.",
  },
  SPC811: {
    title: "container stopped",
    meaning: "The container has ended and is not restarted.",
    mend: "Run `deploy`: it puts the container back.",
  },
  SPC812: {
    title: "nothing to verify",
    meaning:
      "No stack of this configuration has containers in its outputs: it was not deployed yet, or it was destroyed.",
    mend: "Run `deploy` first, or name the containers with `--url`.",
  },
  SPC813: {
    title: "not a Speech container",
    meaning:
      "Something answers on the host URL, but not with the JSON that a Speech container gives at /ready and /status.",
    mend: "Find out what listens on this port; another program may have taken it.",
  },
  SPC814: {
    title: "container did not speak",
    meaning: "A text-to-speech container answered a text without audio, or not at all; its own words are shown.",
    mend: "Run `verify`: it tells a refused key and a container that loads. A voice is the one of the image, in its exact case.",
  },
  SPC815: {
    title: "container did not hear",
    meaning:
      "The Speech SDK could not have audio recognized, whose words are shown, or there were no words in the audio.",
    mend: "Run `verify`: it tells a refused key and a container that loads. The Speech SDK says little; the container's log says more.",
  },
  SPC816: {
    title: "other words were heard",
    meaning:
      "Of what one container said, the other heard nothing, or more than a quarter of the words were others (word error rate).",
    mend: "Compare `said` and `heard`; hear the audio with `say -o`. Voice and locale have to be of one language.",
  },
  SPC817: {
    title: "nobody to talk to",
    meaning:
      "A round trip takes a text-to-speech and a speech-to-text container of one language, and the deployment has no such pair.",
    mend: "Add the missing one; `say` and `hear` work with one container alone.",
  },
  SPC820: {
    title: "engine not reached",
    meaning: "The container engine of a site did not answer, or may not be used by this user.",
    mend: "Start it; check `engine.host`, the way to it, and who may use its socket.",
  },
  SPC821: {
    title: "engine of another platform",
    meaning:
      "The images hold Linux programs for x86_64. Other processors only emulate them, and Windows containers do not run them.",
    mend: "Switch Docker Desktop to Linux containers, or use another engine.",
  },
  SPC822: {
    title: "processor without AVX2",
    meaning: "Every Speech container needs AVX2. A virtual machine often has it hidden from its guests.",
    mend: "Use another machine, or let the virtual one have the host's processor (CPU type `host`).",
  },
  SPC823: {
    title: "cores too slow",
    meaning: "Sizes are counted in cores of at least 2.6 GHz.",
    mend: "Use faster cores, or expect less of each container.",
  },
  SPC824: {
    title: "too few cores on the engine",
    meaning: "The engine has fewer cores than its containers and `engine.reserved` take together.",
    mend: "Use smaller sizes, fewer containers or another engine.",
  },
  SPC825: {
    title: "too little memory on the engine",
    meaning: "The engine has less memory than its containers, their models and `engine.reserved` take together.",
    mend: "Use smaller sizes, fewer containers or another engine.",
  },
  SPC826: {
    title: "too little disk for the images",
    meaning:
      "The images that are still to be pulled are estimated to take more than is free where the engine keeps them.",
    mend: "Free some space there; `docker system df` shows what takes it.",
  },
  SPC827: {
    title: "host port taken",
    meaning: "Something else listens on a host port that a container is to publish.",
    mend: "Give the container another `port:`, keep the port out with `engine.reserved`, or stop what listens there.",
  },
  SPC828: {
    title: "host not reached",
    meaning: "Images are pulled, and usage is reported, over TCP 443; without that a container stops answering.",
    mend: "Open the way to this host for the engine's machine, and switch off deep inspection of packets.",
  },
  SPC840: {
    title: "no usage records",
    meaning: "Usage records are kept by disconnected containers, and told by those that run.",
    mend: "Name a disconnected container that answers. What a stopped one wrote is in its output volume.",
  },
} as const satisfies Record<string, ProblemDescription>;
