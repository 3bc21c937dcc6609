import { restoreCommand } from "../record/restore.ts";
import { rmCommand } from "../record/rm.ts";
import { showCommand } from "../record/show.ts";
import type { Verb } from "../verb.ts";
import { addCommand } from "./add.ts";
import { budgetNoun } from "./budget-noun.ts";
import { checkCommand } from "./check.ts";
import { editCommand } from "./edit.ts";
import { listCommand } from "./list.ts";
import { statusCommand } from "./status.ts";

export const budgetVerbs = {
  add: addCommand,
  list: listCommand,
  show: (command, cli) => showCommand(command, cli, budgetNoun),
  edit: editCommand,
  rm: (command, cli) => rmCommand(command, cli, budgetNoun),
  restore: (command, cli) => restoreCommand(command, cli, budgetNoun),
  status: statusCommand,
  check: checkCommand,
} satisfies Record<string, Verb>;
