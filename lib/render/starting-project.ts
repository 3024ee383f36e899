import { NEWEST_EDITION } from "../domain";

/** What a starting configuration depends on. Nothing here is judged: whoever writes it plans it first. */
export interface StartingAnswers {
  readonly name: string;
  readonly location: string;
  readonly locale: string;
  /** With a voice there is a second container, which speaks. */
  readonly voice?: string;
}

export interface ProjectFile {
  readonly path: string;
  readonly text: string;
}

/** Where an editor finds the schema in a project that has this package installed. */
const SCHEMA = "./node_modules/cdktf-speech-containers/schema/speech.schema.json";

/** A `speech.yaml` to start from: the licence is accepted in it, so only those who accepted it are given one. */
export function startingConfig({ name, location, locale, voice }: StartingAnswers): ProjectFile {
  const word = (text: string): string => JSON.stringify(text);
  const narrator =
    voice === undefined
      ? []
      : [
          "",
          "  # Speaks text. There is one image for each voice.",
          "  narrator:",
          "    function: neural-text-to-speech",
          `    voice: ${word(voice)}`,
          "    port: 5001",
        ];
  const lines = [
    `# yaml-language-server: $schema=${SCHEMA}`,
    "",
    "# Stacks, containers and volumes are named after this. Another name is another deployment.",
    `name: ${word(name)}`,
    "",
    "# Which images and sizes are planned. An upgrade of the package never changes them; this line does.",
    `edition: ${word(NEWEST_EDITION)}`,
    "",
    "# You have read the licence terms of the containers and accept them.",
    "eula: accept",
    "",
    "# The account that the containers bill to. Its key is wired to each container, and is never written here.",
    "account:",
    `  name: ${word(name)}`,
    `  location: ${word(location)}`,
    `  resourceGroup: { name: ${word(name)}, create: true }`,
    "  sku: S0",
    "",
    "containers:",
    "  # Transcribes speech. There is one image for each locale.",
    "  captions:",
    "    function: speech-to-text",
    `    locale: ${word(locale)}`,
    "    port: 5000",
    ...narrator,
    "",
  ];
  return { path: "speech.yaml", text: lines.join("\n") };
}

/** Versions by package name, as `package.json` has them. */
export type Versions = Readonly<Record<string, string>>;

/** The files around a configuration that make an app of one's own of it. */
export function startingApp(name: string, dependencies: Versions): readonly ProjectFile[] {
  const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;
  return [
    {
      path: "cdktf.json",
      text: json({
        language: "typescript",
        app: "node --import tsx main.ts",
        projectId: "none",
        sendCrashReports: "false",
      }),
    },
    { path: "main.ts", text: MAIN },
    { path: "package.json", text: json({ name, private: true, dependencies }) },
    { path: ".gitignore", text: IGNORED },
  ];
}

/** The state holds the key of the account. */
const IGNORED = "node_modules/\ncdktf.out/\n*.tfstate\n*.tfstate.*\n";

const MAIN = `import { App } from "cdktf";
import { loadConfig, problemTable } from "cdktf-speech-containers/config";
import { addSpeechStacks, engineEnvironmentProblems } from "cdktf-speech-containers/stacks";

const { file, plan, problems } = loadConfig({ folder: __dirname, env: process.env });
const judged = plan === undefined ? problems : [...problems, ...engineEnvironmentProblems(plan, process.env)];

if (plan === undefined || judged.some(({ level }) => level === "error")) {
  process.stderr.write(\`\${problemTable(file, judged, { width: 80, colour: false })}\\n\`);
  process.exitCode = 2;
} else {
  const app = new App({ stackTraces: false });
  addSpeechStacks(app, plan, { warnings: judged, folder: __dirname });
  // Stacks and constructs of your own can stand beside these.
  app.synth();
}
`;
