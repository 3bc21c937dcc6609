import type { Verb } from "../verb.ts";
import { profileListCommand } from "./list.ts";
import { profileUseCommand } from "./use.ts";

export const profileVerbs = {
  list: profileListCommand,
  use: profileUseCommand,
} satisfies Record<string, Verb>;
