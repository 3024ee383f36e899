import type { ProblemDescription } from "./description";

/** SPC0xx: file and shape of a configuration (raised by lib/config). */
export const fileProblems = {
  SPC001: {
    title: "configuration not found",
    meaning: "There is no file of this name. Without an argument and without SPEECH_CONFIG it is speech.yaml.",
    mend: "Name the file as an argument, with --config or in SPEECH_CONFIG, or run the command in the folder of speech.yaml.",
  },
  SPC002: {
    title: "configuration cannot be read",
    meaning: "The path exists, but it is a folder, may not be read, or does not hold UTF-8 text.",
    mend: "Name a file, give yourself the right to read it, or save it as UTF-8.",
  },
  SPC003: {
    title: "not YAML",
    meaning: "The file breaks a rule of YAML, so nobody can say what is meant.",
    mend: "Mend the line as the hint says. Text with special characters goes in quotes.",
  },
  SPC004: {
    title: "key written twice",
    meaning: "A map has each key once. Of two values YAML says nothing about which one counts.",
    mend: "Delete one of the two lines.",
  },
  SPC005: {
    title: "several documents",
    meaning: "The file holds more than one YAML document. Only the first one would count.",
    mend: "Delete the line with `---` or `...`, or put the second document into a file of its own.",
  },
  SPC006: {
    title: "no deployment in the file",
    meaning: "The file is empty, or its top is not a map with keys such as `name:` and `containers:`.",
    mend: "Write at least `name`, `eula`, `account`, and `containers` or `sites`.",
  },
  SPC010: {
    title: "unknown key",
    meaning: "Nothing reads this key here. It would have no effect, and a typing error would go unseen.",
    mend: "Use the key that the message names, move it to where it belongs, or delete the line.",
  },
  SPC011: {
    title: "key missing",
    meaning: "Without this key there is nothing to plan, and no default would be right for everyone.",
    mend: "Add the key as the hint shows.",
  },
  SPC012: {
    title: "wrong type",
    meaning: "The value is of another type than this key takes, such as text for a number.",
    mend: "Write it as the hint shows. What looks like a number or like true is text only in quotes.",
  },
  SPC013: {
    title: "keys that exclude each other",
    meaning: "Only one of these keys can be used in one place, since each stands for another way.",
    mend: "Keep one and delete the other.",
  },
  SPC020: {
    title: "not a lock file",
    meaning:
      "The file `<name>.lock.json` beside the configuration holds the digests of its images. This one is not JSON of " +
      "that form, or holds something else than digests.",
    mend: "Write it anew with `speech-containers lock`, or delete it.",
  },
} as const satisfies Record<string, ProblemDescription>;
