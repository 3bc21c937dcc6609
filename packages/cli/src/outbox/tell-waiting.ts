import { counted } from "@outlay/shared";
import type { Cli } from "../cli.ts";
import { printable } from "../terminal/printable.ts";
import { type KeptExpense, outboxFile } from "./outbox-file.ts";

/** Warns of expenses that still wait for a server when the user switches to another. */
export async function tellWaiting(
  cli: Cli,
  isMeant: (kept: KeptExpense) => boolean,
  server: string,
): Promise<void> {
  const waiting = (await outboxFile(cli.configFolder).all()).filter(isMeant).length;
  if (waiting === 0) return;
  const what = `${counted(waiting, "expense")} for ${server} ${waiting === 1 ? "waits" : "wait"}`;
  cli.warn(
    printable(`${what} in the outbox until you log in there again. See: outlay outbox list`),
  );
}
