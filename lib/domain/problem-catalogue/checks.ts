import type { ProblemDescription } from "./description";

/** SPC9xx: plans that cannot be judged (raised by lib/checks). */
export const checkProblems = {
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
} as const satisfies Record<string, ProblemDescription>;
