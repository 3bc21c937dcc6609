import type { Verb } from "../verb.ts";
import { importCommand } from "./import.ts";
import { listCommand } from "./list.ts";
import { rmCommand } from "./rm.ts";
import { setCommand } from "./set.ts";

export const rateVerbs = {
  set: setCommand,
  list: listCommand,
  rm: rmCommand,
  import: importCommand,
} satisfies Record<string, Verb>;
