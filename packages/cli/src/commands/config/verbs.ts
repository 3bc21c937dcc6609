import type { Verb } from "../verb.ts";
import { getCommand } from "./get.ts";
import { pathCommand } from "./path.ts";
import { setCommand } from "./set.ts";
import { unsetCommand } from "./unset.ts";

export const configVerbs = {
  get: getCommand,
  set: setCommand,
  unset: unsetCommand,
  path: pathCommand,
} satisfies Record<string, Verb>;
