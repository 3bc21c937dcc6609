import type { Verb } from "../verb.ts";
import { addCommand } from "./add.ts";
import { archiveCommand } from "./archive.ts";
import { listCommand } from "./list.ts";
import { moveCommand } from "./move.ts";
import { renameCommand } from "./rename.ts";
import { rmCommand } from "./rm.ts";
import { starterCommand } from "./starter.ts";

export const categoryVerbs = {
  list: listCommand,
  add: addCommand,
  rename: renameCommand,
  move: moveCommand,
  archive: archiveCommand,
  rm: rmCommand,
  starter: starterCommand,
} satisfies Record<string, Verb>;
