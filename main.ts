import { App } from "cdktf";
import { loadConfig, problemTable } from "./lib/config";
import { addSpeechStacks, engineEnvironmentProblems } from "./stacks";

export interface AppOptions {
  /**
   * The project: the folder with the configuration.
   *
   * @default - the current folder
   */
  readonly folder?: string;

  /**
   * The configuration file.
   *
   * @default - `SPEECH_CONFIG` in the environment, else `speech.yaml`, else `speech.yml`
   */
  readonly config?: string;
}

/** The configuration cannot be planned. The message is the table of its problems. */
export class ConfigProblems extends Error {
  public override readonly name = "ConfigProblems";
}

/** The app of a configuration. Throws {@link ConfigProblems} before anything is written. */
export function buildApp({ folder = process.cwd(), config }: AppOptions = {}): App {
  const { file, plan, problems } = loadConfig({ folder, file: config, env: process.env });
  const judged = plan === undefined ? problems : [...problems, ...engineEnvironmentProblems(plan, process.env)];
  if (plan === undefined || judged.some(({ level }) => level === "error")) {
    throw new ConfigProblems(problemTable(file, judged, { width: process.stderr.columns, colour: false }));
  }
  // The traces of warnings would only show this package, with the paths of this machine.
  const app = new App({ stackTraces: false });
  addSpeechStacks(app, plan, { warnings: judged, folder });
  return app;
}

function main(): void {
  try {
    buildApp().synth();
  } catch (thrown) {
    if (!(thrown instanceof ConfigProblems)) {
      throw thrown;
    }
    process.stderr.write(`${thrown.message}\n`);
    process.exitCode = 2;
  }
}

if (require.main === module) {
  main();
}
