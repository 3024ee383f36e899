import { readFileSync } from "node:fs";
import { join } from "node:path";

/** What a `docker run` command says, without `--rm -it`, which a service does not need (design decision D9). */
export interface SeedCommand {
  readonly image: string;
  readonly memory: string;
  readonly cpus: string;
  readonly port: string;
  readonly volumes: readonly string[];
  /** What stands behind the image. */
  readonly words: readonly string[];
}

/** The commands of a file that is copied from the seed document, with its placeholders as they are. */
function commandsOf(file: string): readonly SeedCommand[] {
  const text = readFileSync(join(__dirname, "fixtures", file), "utf8");
  return text
    .trim()
    .split("\n\n")
    .map((command) => {
      const words = command.split(/\s+(?:\\\s+)?/);
      const after = (option: string) => words.flatMap((word, index) => (words[index - 1] === option ? [word] : []));
      const imageAt = words.findIndex((word) => word.startsWith("containerpreview."));
      return {
        image: words[imageAt] ?? "",
        memory: after("--memory")[0] ?? "",
        cpus: after("--cpus")[0] ?? "",
        port: after("-p")[0] ?? "",
        volumes: after("-v"),
        words: words.slice(imageAt + 1),
      };
    });
}

/** The commands of the four functions. */
export const seedCommands = commandsOf("seed-docker-run.txt");

/** The command that adds sentiment: with the tag written, and without memory and cores, unlike the others. */
export const seedSentimentCommands = commandsOf("seed-docker-run-sentiment.txt");
