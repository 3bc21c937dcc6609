import type { Verb } from "../verb.ts";
import { profileListCommand } from "./list.ts";
import { profileRmCommand } from "./rm.ts";
import { profileUseCommand } from "./use.ts";

export const profileVerbs = {
  list: profileListCommand,
  use: profileUseCommand,
  rm: profileRmCommand,
} satisfies Record<string, Verb>;
