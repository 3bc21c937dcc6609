import type { Verb } from "../verb.ts";
import { addCommand } from "./add.ts";
import { listCommand } from "./list.ts";
import { rmCommand } from "./rm.ts";
import { testCommand } from "./test.ts";

export const rulesVerbs = {
  add: addCommand,
  list: listCommand,
  rm: rmCommand,
  test: testCommand,
} satisfies Record<string, Verb>;
