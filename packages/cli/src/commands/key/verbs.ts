import type { Verb } from "../verb.ts";
import { createCommand } from "./create.ts";
import { listCommand } from "./list.ts";
import { revokeCommand } from "./revoke.ts";

export const keyVerbs = {
  create: createCommand,
  list: listCommand,
  revoke: revokeCommand,
} satisfies Record<string, Verb>;
