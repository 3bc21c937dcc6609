import type { Verb } from "../verb.ts";
import { outboxDropCommand } from "./drop.ts";
import { outboxListCommand } from "./list.ts";
import { outboxSendCommand } from "./send.ts";

export const outboxVerbs = {
  list: outboxListCommand,
  send: outboxSendCommand,
  drop: outboxDropCommand,
} satisfies Record<string, Verb>;
