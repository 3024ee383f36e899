import type { ProblemDescription } from "./description";

/** SPC9xx: plans that cannot be judged (raised by lib/checks). */
export const checkProblems = {
  SPC901: {
    title: "no plan found",
    meaning: "There is no such file, or the folder holds no saved plan or more than one; nothing was judged.",
    mend: "Name the file of the plan: its JSON, or what `terraform plan -out=` saved.",
  },
  SPC902: {
    title: "not a plan",
    meaning: "The file is not the JSON of a Terraform plan: a saved plan, a state, a log, or it was cut off.",
    mend: "Run `terraform plan -out=plan`, then `terraform show -json plan > plan.json`.",
  },
  SPC903: {
    title: "plan of another format",
    meaning: "`format_version` of the plan has another major number than 1, so nobody knows what its parts mean.",
    mend: "Use Terraform or OpenTofu 1.x, or a newer version of this package.",
  },
  SPC904: {
    title: "plan is damaged",
    meaning: "A part of the plan is missing, of a wrong type, or contradicts another part. Such a plan never passes.",
    mend: "Make the plan again. If a tool rewrites plans in between, check the one that Terraform wrote.",
  },
  SPC905: {
    title: "plan failed",
    meaning: "Terraform ended with an error while planning (`errored`), so the plan holds a part of the changes only.",
    mend: "Mend what `terraform plan` says, then make the plan again.",
  },
  SPC906: {
    title: "not a synthesized stack",
    meaning: "The folder has no `cdk.tf.json` that CDKTF wrote, or it is damaged.",
    mend: "Synthesize first, and name the folder of the stack: `cdktf.out/stacks/<name>`.",
  },
  SPC907: {
    title: "checks file refused",
    meaning: "The file with waivers and options of rules does not exist, or a part of it cannot be understood.",
    mend: "Mend the lines that are named; `docs/checks.md` shows the form.",
  },
  SPC908: {
    title: "report not written",
    meaning: "A file that `--out` names cannot be written, so whoever waits for it would see an old one.",
    mend: "Name a file in a folder that exists and that you may write to.",
  },
} as const satisfies Record<string, ProblemDescription>;
