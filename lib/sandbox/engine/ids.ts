import { randomBytes } from "node:crypto";

/** 64 hexadecimal digits, as the engine names what it makes. */
export const randomId = (): string => randomBytes(32).toString("hex");
