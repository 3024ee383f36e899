import { container, HEAD, type BadConfig } from "./parts";

export const brokenYaml: readonly BadConfig[] = [
  { title: "an empty file", yaml: "", problems: ["SPC006 1:1"] },
  { title: "a file of comments", yaml: "# nothing yet\n", problems: ["SPC006 1:1"] },
  { title: "null at the top", yaml: "~\n", problems: ["SPC006 1:1"] },
  { title: "a list at the top", yaml: "- name: contoso\n- name: fabrikam\n", problems: ["SPC006 1:1"] },
  { title: "a word at the top", yaml: "# speech\ncontoso\n", problems: ["SPC006 2:1"] },
  { title: "two documents", yaml: `${HEAD}---\n${HEAD}`, problems: ["SPC005 5:1"] },
  { title: "a tab as indentation", yaml: "containers:\n\tcaptions: {}\n", problems: ["SPC003 2:1"] },
  { title: "a bracket that is not closed", yaml: "account: { endpoint: x\nname: contoso\n", problems: ["SPC003 2:1"] },
  { title: "a quote that is not closed", yaml: 'name: "contoso\neula: accept\n', problems: ["SPC003 3:1"] },
  { title: "two keys in one line", yaml: "name: contoso eula: accept\n", problems: ["SPC003 1:7"] },
  { title: "uneven indentation", yaml: "account:\n    name: x\n  location: y\n", problems: ["SPC003 3:1"] },
  { title: "text that starts with @", yaml: "name: @contoso\n", problems: ["SPC003 1:7"] },
  { title: "a tag of another program", yaml: "name: !env NAME\n", problems: ["SPC003 1:7"] },
  { title: "an alias without its anchor", yaml: "name: *contoso\n", problems: ["SPC003 1:7 name"] },
  {
    title: "an alias inside of its own anchor",
    yaml: "account: &a { existing: *a }\n",
    problems: ["SPC003 1:25 account.existing"],
  },
  { title: "a merged text", yaml: "account:\n  <<: contoso\n", problems: ["SPC003 2:3 account"] },
  { title: "a list as a key", yaml: "? [a, b]\n: c\n", problems: ["SPC003 1:3"] },
  {
    title: "several breaks at once",
    yaml: "name: @contoso\nedition: `2025-07`\neula: !yes accept\n",
    problems: ["SPC003 1:7", "SPC003 2:10", "SPC003 3:7"],
  },
  {
    title: "a key twice",
    yaml: container("function: speech-to-text, locale: en-US, locale: en-GB"),
    problems: ["SPC004 6:56 containers.captions.locale"],
  },
];
