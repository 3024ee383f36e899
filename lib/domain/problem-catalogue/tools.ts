import type { ProblemDescription } from "./description";

/** SPC6xx: Terraform and other tools (raised by lib/terraform and lib/cli). */
export const toolProblems = {
  SPC601: {
    title: "Terraform not found",
    meaning: "Terraform (or OpenTofu) makes the account and the containers; it is looked for on the PATH.",
    mend: "Install Terraform, or set TERRAFORM_BINARY_NAME to the name or path of Terraform or of OpenTofu (`tofu`).",
  },
  SPC602: {
    title: "not a Terraform that works here",
    meaning: "The executable did not say its version as Terraform or OpenTofu does, or it is older than 1.2.0.",
    mend: "Install a newer one, or set TERRAFORM_BINARY_NAME to its path.",
  },
  SPC603: {
    title: "the app failed",
    meaning: "The stacks are written by the command `app` of cdktf.json; it is missing or ended with an error.",
    mend: "Mend what the app prints; without a cdktf.json of your own, the app of this package runs.",
  },
  SPC604: {
    title: "no stacks to be read",
    meaning:
      "The app ended well, but its manifest.json is missing or damaged, or its stacks depend on each other in a circle.",
    mend: "Let the app call `app.synth()` once, and let each stack depend only on stacks before it.",
  },
  SPC605: {
    title: "the app marks an error",
    meaning: "A construct carries an annotation of level error: what it describes must not be deployed.",
    mend: "Mend what the annotation names.",
  },
  SPC606: {
    title: "Terraform stopped with an error",
    meaning: "The error is passed on in Terraform's own words. What was made before it is in the state.",
    mend: "Mend what the words name, then run the command again: it goes on from there.",
  },
  SPC607: {
    title: "host port in use",
    meaning: "Something else on the engine's host listens on a port that a container publishes.",
    mend: "Give the container another `port:`, or stop what listens there. The next deploy replaces the container.",
  },
  SPC608: {
    title: "engine cannot be reached",
    meaning: "The container engine of a site did not answer; other sites are not affected.",
    mend: "Start the engine, and check the site's `engine.host` and the way to it.",
  },
  SPC609: {
    title: "image cannot be pulled",
    meaning: "The engine did not get an image: the tag does not exist, or the registry is not reached from its host.",
    mend: "Check `version:` or `tag:` and `registry:`; retired images live on only in mirrors.",
  },
  SPC610: {
    title: "folder to mount is missing",
    meaning: "A container mounts a folder that does not exist on the engine's host. Its old container is already gone.",
    mend: "Create the folder on that host, then deploy again.",
  },
  SPC611: {
    title: "no Azure session",
    meaning: "Terraform's Azure provider found neither a session nor a subscription.",
    mend: "Run `az login` and set ARM_SUBSCRIPTION_ID, or set the ARM_ variables of a service principal.",
  },
  SPC612: {
    title: "name taken in Azure",
    meaning: "An account or group of that name exists, or a deleted account of that name waits for its purge.",
    mend: "Purge it (`az cognitiveservices account purge`), use it (`existing:`, `create: false`), or choose another name.",
  },
  SPC613: {
    title: "state is locked",
    meaning: "Another run is at work on the same state, or one was killed before it gave the lock back.",
    mend: "Wait for the other run. If there is none, `terraform force-unlock` with the id that the message shows.",
  },
  SPC614: {
    title: "a provider crashed",
    meaning: "The plugin for Azure or Docker ended in the middle of its work.",
    mend: "Run the command again; what was made is in the state. If it stays, report Terraform's words.",
  },
  SPC615: {
    title: "the backend changed",
    meaning: "The state of this stack was kept in another place than `backend:` now says; nobody moves it unasked.",
    mend: "Run `terraform init -migrate-state` in the folder of the stack, or put the old backend back.",
  },
  SPC616: {
    title: "account or group not found",
    meaning: "A stack reads an account or a group that does not exist in the subscription of ARM_SUBSCRIPTION_ID.",
    mend: "Check `existing:` and the subscription; an account stack is deployed before the sites that read it.",
  },
  SPC617: {
    title: "protected from being destroyed",
    meaning:
      "The change would destroy the account (or replace it, with all of its keys), and `protect: true` forbids that.",
    mend: "Take back the change that replaces it; or take out `protect: true`, deploy, and then destroy.",
  },
  SPC618: {
    title: "name taken on the engine",
    meaning: "The engine already has a container or a network of that name, which this state knows nothing of.",
    mend: "Look at it on the engine's host; remove it there (`docker rm`, `docker network rm`), or choose another name.",
  },
  SPC619: {
    title: "variable without a value",
    meaning:
      "An account given by `endpoint:` has its key in the sensitive Terraform variable `speech_api_key`, that of " +
      "`textAnalytics:` in `text_analytics_api_key`, and a registry with a user its password in " +
      "`speech_registry_password_…`. The one that is named has no value.",
    mend: "Set `TF_VAR_<name>` in the environment of the command; secrets are never written in a file or an option.",
  },
  SPC620: {
    title: "wrong usage",
    meaning: "A command, an option or a value is not one that the command line knows.",
    mend: "Add `--help` to the command: it shows what there is, with examples.",
  },
  SPC621: {
    title: "nothing to work on",
    meaning: "The folder has neither a cdktf.json nor a configuration, so there are no stacks.",
    mend: "Write a speech.yaml, name one as argument or in SPEECH_CONFIG, or start in another folder with `--folder`.",
  },
  SPC622: {
    title: "approval needed",
    meaning: "Nothing is changed without a yes, and without a terminal nobody can be asked.",
    mend: "Look at `plan`, then repeat the command with `--auto-approve`.",
  },
  SPC623: {
    title: "no container of that name",
    meaning: "The configuration has no container (and the catalogue of problems no code) of the name that was given.",
    mend: "`speech-containers explain` without a name lists the containers.",
  },
  SPC624: {
    title: "sandbox environment in a real run",
    meaning:
      "TF_REATTACH_PROVIDERS is set, so Terraform would change the sandbox while its state is that of the real deployment.",
    mend: "Add `--sandbox`, or unset TF_REATTACH_PROVIDERS (it came from `sandbox env`).",
  },
  SPC625: {
    title: "Speech SDK not installed",
    meaning: "Speech is recognized through Microsoft's Speech SDK, which is an optional dependency of this package.",
    mend: "Run `npm install microsoft-cognitiveservices-speech-sdk` in the project.",
  },
  SPC626: {
    title: "audio file cannot be used",
    meaning: "A file cannot be read or written, or what is in it is not a WAV file of PCM, A-law or mu-law samples.",
    mend: "Check the path; convert other audio to WAV first, such as with `ffmpeg -i in.mp3 -ar 16000 -ac 1 out.wav`.",
  },
  SPC628: {
    title: "key file cannot be written",
    meaning: "The file that was to hold a key of a simulated account cannot be made or changed.",
    mend: "Name a file in a folder that is there and that you may write to.",
  },
  SPC630: {
    title: "registry refuses the login",
    meaning: "The registry gives the image only to users that it knows, and there was no login, or a wrong one.",
    mend:
      "Write `registry: { address, username }`, and give the password in the environment, in the variable that " +
      "`docs/images.md` names. Microsoft's registry needs no login.",
  },
  SPC631: {
    title: "input cannot be used",
    meaning: "The file that was named cannot be read, or does not hold what the command reads.",
    mend: "Name another file; `-` reads the standard input. `--help` of the command shows how the file is made.",
  },
  SPC632: {
    title: "digest not found",
    meaning:
      "The digest of an image could not be had: its registry cannot be reached, does not have the tag or wants a login, " +
      "or the file does not name the image. The lock file stays as it was.",
    mend: "Mend what the lines say. Without access to the registry, use `lock --from` with `docker image inspect`.",
  },
  SPC633: {
    title: "no line to change",
    meaning:
      "The edition is changed in its own line, so that comments and order stay. This file is one map in braces, or has " +
      "the edition behind an alias.",
    mend: "Write the line by hand.",
  },
  SPC640: {
    title: "docker command not found",
    meaning:
      "Volumes and one-shot jobs of a real engine are looked after through the `docker` command, at the address that " +
      "the site's `engine:` has. `plan` and `deploy` do without it.",
    mend: "Install Docker's command line on this machine, or run the command on the engine's host.",
  },
  SPC641: {
    title: "docker stopped with an error",
    meaning: "The `docker` command did not do what was asked. Its own words are passed on.",
    mend: "Mend what the words name, then run the command again.",
  },
  SPC642: {
    title: "volume in use",
    meaning: "A container of the engine mounts the volume; one that does not run holds it as well.",
    mend: "Remove the container first: take it out of the configuration and deploy, or `destroy`.",
  },
  SPC643: {
    title: "not a volume of this deployment",
    meaning:
      "No engine of the configuration holds a volume of that name that this deployment made. Volumes of others are " +
      "never touched.",
    mend: "`speech-containers volumes` lists what there is; write the whole name.",
  },
  SPC644: {
    title: "job failed",
    meaning: "A one-shot container ended without having done its work. Its last lines are passed on, without the key.",
    mend: "Mend what the lines name. A key that was regenerated is taken over by `deploy`.",
  },
  SPC645: {
    title: "not a container for this job",
    meaning:
      "Base models are listed by custom-speech-to-text from 2.6.0 on, display models are known from 3.1.0 on, and only " +
      "a custom container downloads a model.",
    mend: "Name a container of that function and version.",
  },
  SPC646: {
    title: "account not deployed",
    meaning: "A job needs endpoint and key of the account; they are read from the state, where Terraform keeps them.",
    mend: "Run `deploy` first: with `sites:` it is enough that the stack of the account is there.",
  },
  SPC627: {
    title: "no site of that name",
    meaning: "The configuration has no site of the name that was given; with `containers:` the only one is `local`.",
    mend: "Use a name of the configuration, or none for all of its sites.",
  },
  SPC650: {
    title: "an answer is missing",
    meaning: "What a command would ask on a terminal has to be said by options where there is none.",
    mend: "Add the options that the message names.",
  },
  SPC651: {
    title: "a configuration is there already",
    meaning: "`init` and `adopt` never write over a file.",
    mend: "Edit the file that is there, or work in another folder.",
  },
  SPC652: {
    title: "nothing to adopt",
    meaning:
      "The text has no Speech container in it: none that a `docker run` command starts, that a Compose file has as a " +
      "service, or that `docker inspect` describes.",
    mend: "Copy the whole command or file; `docker inspect <container>` describes one that runs.",
  },
  SPC647: {
    title: "step failed",
    meaning:
      "The one-shot container that fetches a licence ended badly, so the container that needs the licence is not " +
      "started. Its log stays on the engine.",
    mend: "Read its log, mend what it names, and deploy again. With plain Terraform, remove it before (`docker rm`).",
  },
} as const satisfies Record<string, ProblemDescription>;
