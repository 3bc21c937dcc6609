import { restoreCommand } from "../record/restore.ts";
import { rmCommand } from "../record/rm.ts";
import { showCommand } from "../record/show.ts";
import type { Verb } from "../verb.ts";
import { addCommand } from "./add.ts";
import { editCommand } from "./edit.ts";
import { expenseNoun } from "./expense-noun.ts";
import { listCommand } from "./list.ts";

export const expenseVerbs = {
  add: addCommand,
  list: listCommand,
  show: (command, cli) => showCommand(command, cli, expenseNoun),
  edit: editCommand,
  rm: (command, cli) => rmCommand(command, cli, expenseNoun),
  restore: (command, cli) => restoreCommand(command, cli, expenseNoun),
} satisfies Record<string, Verb>;
