import { knownValue } from "../reading";
import { fail, pass, undecided, type Rule } from "../rule";
import { isEngineSocket } from "../engine-socket";

/** Folders of the host. */
export const ctr13: Rule = {
  id: "CTR-13",
  title: "container keeps its files in a volume",
  level: "warning",
  why: "The image runs as a user that owns no folder of the host: it cannot write there until somebody gives it the folder.",
  fix: "mount a named volume, or give the folder to the image's user and waive CTR-13",
  source: "MicrosoftDocs/azure-docs speech-container-faq.md",
  judge: ({ containers }) =>
    containers.map(({ resource, mounts }) => {
      if (mounts.state === "unknown") return undecided(resource, "mounts known after apply");
      const all = knownValue(mounts) ?? [];
      const bind = all.find((mount) => knownValue(mount.type) === "bind" && !isEngineSocket(mount));
      if (bind !== undefined) {
        const target = knownValue(bind.target) ?? "a path of the container";
        return fail(resource, `a folder of the host is mounted at ${target}`);
      }
      return all.some(({ type }) => type.state === "unknown")
        ? undecided(resource, "mounts known after apply")
        : pass(resource);
    }),
};
