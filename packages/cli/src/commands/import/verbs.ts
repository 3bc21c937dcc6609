import type { Verb } from "../verb.ts";
import { formatsCommand } from "./formats.ts";
import { importCommand } from "./import-command.ts";
import { listCommand } from "./list.ts";
import { revertCommand } from "./revert.ts";
import { showCommand } from "./show.ts";

export const importVerbs = {
  import: importCommand,
  list: listCommand,
  show: showCommand,
  revert: revertCommand,
  formats: formatsCommand,
} satisfies Record<string, Verb>;
