/** How strictly a deployment is judged. */
export const profiles = ["trial", "production"] as const;

export type Profile = (typeof profiles)[number];
