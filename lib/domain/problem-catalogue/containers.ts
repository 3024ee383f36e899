import type { ProblemDescription } from "./description";

/** SPC2xx: names, ports, sizes, capacity, mounts, exposure (raised by the planner). */
export const containerProblems = {
  SPC200: {
    title: "nothing to deploy",
    meaning: "A deployment has at least one site, and a site at least one container.",
    mend: "Add a container, or delete the site.",
  },
  SPC201: {
    title: "not a name",
    meaning:
      "Names of deployments, sites and containers become ids and host names: lower-case letters, digits and " +
      "single hyphens, a letter first, at most 40 characters.",
    mend: "Write the name as the hint shows.",
  },
  SPC202: {
    title: "name used twice",
    meaning: "Containers of one site, and sites of one deployment, need different names.",
    mend: "Rename one of the two.",
  },
  SPC203: {
    title: "not a port",
    meaning: "Ports are whole numbers from 1 to 65535.",
    mend: "Use another port, or leave the line out: then a free one is chosen.",
  },
  SPC204: {
    title: "port taken",
    meaning: "Two containers on one engine publish the same host port on overlapping addresses.",
    mend: "Use the free port that the message names, or leave `port:` out at one of the two.",
  },
  SPC205: {
    title: "not an address",
    meaning: "The address of the engine's host on which the port is published is an IPv4 address.",
    mend: "Use 127.0.0.1, 0.0.0.0 or an address of the host.",
  },
  SPC206: {
    title: "open port without a guard",
    meaning: "The containers authenticate nobody and speak plain HTTP. Others can reach this address.",
    mend: "Name the proxy that guards the port (`front:`), say why it may be open (`exposed:`), or use 127.0.0.1.",
  },
  SPC207: {
    title: "reason missing",
    meaning: "`front:`, `exposed:` and `belowMinimum:` are read by people later; they hold words.",
    mend: "Write a reason, or delete the line.",
  },
  SPC208: {
    title: "no free port",
    meaning: "Every port of this engine from the container's place upwards is taken.",
    mend: "Give the container a port, or move some containers to another engine.",
  },
  SPC209: {
    title: "port reserved",
    meaning: "The engine keeps this port for something else (`engine.reserved.ports`).",
    mend: "Use the free port that the message names, or leave `port:` out: then a free one is chosen.",
  },
  SPC210: {
    title: "not a size",
    meaning:
      "Cores are positive numbers with at most two decimals. Memory is a whole number with a unit (m or g), " +
      "such as 512m or 16g, and means mebibytes and gibibytes; a bare number is mebibytes.",
    mend: "Write `size: minimum`, `size: recommended`, or `size: { cores: 8, memory: 16g }`.",
  },
  SPC211: {
    title: "size below the minimum",
    meaning: "With less than the minimum the container is killed or never becomes ready.",
    mend: 'Raise the size, or accept it with `belowMinimum: "<reason>"`, which is recorded.',
  },
  SPC212: {
    title: "size below the recommended one",
    meaning: "The container works, but with little load.",
    mend: "Use `size: recommended` where the engine has room.",
  },
  SPC213: {
    title: "size below the minimum accepted",
    meaning: "`belowMinimum` accepts a size with which the container may never become ready.",
    mend: "Remove `belowMinimum` when the engine has room.",
  },
  SPC214: {
    title: "more than one container can take",
    meaning:
      "`expect:` is more than the documents let one container take on. A container is what its name says, so others " +
      "are not made unasked: each is declared, with a port of its own, and a load balancer stands before them.",
    mend: "Declare as many containers as the message says, each with its share of `expect:`.",
  },
  SPC215: {
    title: "not an expectation",
    meaning:
      "`expect:` holds one number of things that happen at the same time and that the function does: liveStreams or " +
      "fileStreams for speech to text, synthesisRequests for text to speech, detectionRequests for language " +
      "detection. It stands in the place of `size:`.",
    mend: "Write one of them as a whole number from 1 on, without `size:`.",
  },
  SPC220: {
    title: "engine has too few cores",
    meaning: "The sum of the containers' cores, with what is reserved, exceeds what the engine is declared to have.",
    mend: "Use smaller sizes, fewer containers or another engine.",
  },
  SPC221: {
    title: "engine has too little memory",
    meaning:
      "The sum of the containers' memory, with their models and what is reserved, exceeds what the engine is declared to have.",
    mend: "Use smaller sizes, fewer containers or another engine.",
  },
  SPC230: {
    title: "no mounts for this function",
    meaning: "Only custom containers keep a model in a mount; in the others it would hide the image's own model.",
    mend: "Delete the line.",
  },
  SPC231: {
    title: "not a folder to mount",
    meaning:
      "A folder of the engine's host is an absolute path, such as /srv/models or C:\\CustomSpeech: not the root, " +
      "which would give the container the whole host, and without `..`.",
    mend: "Write the whole path, or use a volume: delete the line for models, write `volume` for what is written.",
  },
  SPC232: {
    title: "two models in one folder or volume",
    meaning: "A container that finds a model in its folder ignores `modelId` and serves what is there.",
    mend:
      "Give each model its own folder, or leave `mounts.models` out. Volumes are named after the model id, so two " +
      "functions with one id need folders of their own.",
  },
  SPC240: {
    title: "not a health check",
    meaning: "A health check has a command of at least one word, durations such as 30s and 1m30s, and retries from 1.",
    mend: "Mend the value, or leave the health check out: readiness is proven from outside by `verify`.",
  },
  SPC250: {
    title: "unknown way for secrets",
    meaning: "The key reaches a container as an environment variable or as an argument.",
    mend: "Use `environment` (the default) or `arguments`.",
  },
  SPC260: {
    title: "no sentiment for this function",
    meaning: "Sentiment is told of recognized words: speech-to-text and custom-speech-to-text ask for it, no other.",
    mend: "Delete the line.",
  },
  SPC261: {
    title: "version without sentiment",
    meaning: "Containers before 2.2.0 do not know the settings of sentiment analysis.",
    mend: "Use a newer version, or delete the line.",
  },
  SPC262: {
    title: "no place to get sentiment from",
    meaning: "Sentiment comes from the Text Analytics account or from a sentiment container of the same site.",
    mend: "Write `sentiment: cloud`, or `sentiment: { container: <name> }`.",
  },
  SPC263: {
    title: "not a companion",
    meaning:
      "A companion is a container with `function: sentiment` of the same site: containers reach each other by name " +
      "on the network of their site only.",
    mend: "Name a sentiment container of this site, or add one.",
  },
  SPC264: {
    title: "companion's name too long",
    meaning: "A container reaches its companion by its name on the engine, and a host name has at most 63 characters.",
    mend: "Shorten the name of the deployment, the site or the container.",
  },
  SPC265: {
    title: "companion of another language",
    meaning: "A sentiment image knows one language; for words of another its numbers mean nothing.",
    mend: "Use a companion whose `language:` is that of the locale, or `sentiment: cloud`, which knows many.",
  },
  SPC270: {
    title: "no licence for this function",
    meaning:
      "Microsoft gives licences for disconnected use of speech to text, custom speech to text and neural text to " +
      "speech. Other functions have to reach Azure to be billed.",
    mend: "Write `disconnected: false` at this container, or take it out.",
  },
  SPC271: {
    title: "version without disconnected mode",
    meaning: "The version is older than the first one that runs on a licence.",
    mend: "Take a later version.",
  },
  SPC272: {
    title: "cloud out of reach",
    meaning: "A disconnected container is one that does not reach Azure, so it cannot ask Text Analytics there.",
    mend: "Run a sentiment container on the same site (it has to be connected), or leave sentiment out.",
  },
  SPC273: {
    title: "licence of a connected container",
    meaning: "Only disconnected containers have a licence; connected ones are billed by what they report.",
    mend: "Add `disconnected: true`, or delete the line.",
  },
  SPC274: {
    title: "container without display models",
    meaning:
      "Display models make the text of results easier to read. Custom speech to text knows them from 3.1.0 on; the other " +
      "functions have no way to fetch them.",
    mend: "Take a later version of custom-speech-to-text, or delete `displayModels:`.",
  },
  SPC275: {
    title: "which display models",
    meaning:
      "Display models are the newest ones of a `locale`, with their `types`, or are named one by one under `ids`, by type.",
    mend: "Write `{ locale: en-US, types: [full] }`, or `{ ids: { punct: <GUID> } }`.",
  },
  SPC280: {
    title: "bad value of a setting",
    meaning: "The containers know a setting of this name, but not this value; docs/settings.md lists what each can be.",
    mend: "Write a value that the hint names.",
  },
  SPC281: {
    title: "setting of other functions",
    meaning:
      "Containers of this function do not have the setting. Written above, for a site or all containers, it goes to " +
      "those that have it.",
    mend: "Delete the line, or move it to a container that has the setting.",
  },
  SPC282: {
    title: "setting of later versions",
    meaning: "The image's version is older than the setting, and would ignore it.",
    mend: "Use the version that the message names, or a later one, or delete the line.",
  },
  SPC283: {
    title: "setting without effect",
    meaning:
      "The setting belongs to another one that is not set, such as the port of a Fluentd server without its host.",
    mend: "Add the other setting, or delete the line.",
  },
  SPC284: {
    title: "not a proxy",
    meaning:
      "A proxy is an address such as http://proxy.contoso.com:8888, without user and password: these come from the " +
      "sensitive variable speech_proxy_credentials, as user:password. Exceptions are host names, domains such as " +
      ".contoso.com, addresses and ranges.",
    mend: "Write the address of the proxy. For credentials add `authenticated: true`.",
  },
  SPC285: {
    title: "setting that has a key of its own",
    meaning: "`extraSettings:` takes what this package does not know. This setting would be given twice, or unjudged.",
    mend: "Use the key that the hint names.",
  },
  SPC286: {
    title: "not an extra setting",
    meaning:
      "An extra setting is a name of letters, digits, `_`, `.`, `-` and `:`, and a value on one line, each name once.",
    mend: "Mend the name or the value.",
  },
  SPC287: {
    title: "version with an error behind proxies",
    meaning: "Microsoft's release notes tell of an error with HTTP proxies that a later version mended.",
    mend: "Use the version that the message names, or a later one.",
  },
} as const satisfies Record<string, ProblemDescription>;
