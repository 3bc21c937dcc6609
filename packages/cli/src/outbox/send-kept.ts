/** Sends the expenses that were queued while the server was unavailable. */
import { counted, expensesPath } from "@outlay/shared";
import { FieldsIgnored, requireTaken } from "../api/earlier/ignored-fields.ts";
import { readAnswer } from "../api/read-answer.ts";
import { type Expense, receivedExpense } from "../api/received/records.ts";
import type { LogInOptions } from "../api/log-in-again.ts";
import type { SendAuthorized } from "../api/session.ts";
import { mayHaveArrived, Unreachable } from "../backend/backend.ts";
import type { Cli } from "../cli.ts";
import { digestOf } from "../config/digest.ts";
import { withFileLock } from "../config/file-lock.ts";
import { isLocal } from "../config/target.ts";
import { CliError } from "../errors/cli-error.ts";
import { exitCodes } from "../errors/exit-codes.ts";
import { printable } from "../terminal/printable.ts";
import { noteNew } from "../undo/note-change.ts";
import { type RecordOwner, ownerOfRecords } from "../api/record-owner.ts";
import { type KeptExpense, outboxFile } from "./outbox-file.ts";

/** The connection to the server that bypasses the outbox. */
export interface Way {
  send: SendAuthorized;
  logInOptions: LogInOptions;
}

export interface Sent {
  sent: Expense[];
  /** The expenses that the server refused; they stay, and are sent again only on request. */
  refused: KeptExpense[];
}

/** Codes of refusals that sending the same expense again would not change. */
const isRefusal = (error: unknown): error is CliError =>
  error instanceof CliError &&
  (exitCodes[error.code] === exitCodes.invalid || error.code === "out_of_scope");

/**
 * Sends one expense. A command killed between the answer and the update of the file sends it again, and the
 * server recognises it.
 * @throws CliError if the server doesn't answer, or doesn't say whether it took the expense
 */
async function sendOne(cli: Cli, { send, logInOptions }: Way, kept: KeptExpense, into: Sent) {
  const file = outboxFile(cli.configFolder);
  const request = {
    method: "POST",
    path: expensesPath,
    body: kept.expense,
    isRepeatable: true,
  } as const;
  try {
    const answer = await send(request);
    const recorded = readAnswer(answer, receivedExpense);
    requireTaken(kept.expense, answer, recorded);
    await file.remove([kept.id]);
    into.sent.push(recorded);
    await noteNew(cli, { logInOptions }, "add", ["expense", recorded]);
  } catch (error) {
    const wayOut = "To remove it there: outlay rm";
    if (isRefusal(error) || error instanceof FieldsIgnored) {
      const isIgnored = error instanceof FieldsIgnored;
      const refused = isIgnored ? `${error.message} ${wayOut} ${error.record.id}` : error.message;
      const standing = { refused, may_have_arrived: isIgnored };
      await file.note(kept.id, standing);
      into.refused.push({ ...kept, ...standing });
      return;
    }
    if (mayHaveArrived(error)) await file.note(kept.id, { may_have_arrived: true });
    throw error;
  }
}

/**
 * Sends the user's queued expenses, the oldest first, one process at a time.
 * @param into receives the results, also if this rejects
 * @throws CliError if the server doesn't answer, or doesn't say whether it took an expense
 */
export async function sendKept(
  cli: Cli,
  way: Way,
  { owner, into, isAgain }: { owner: RecordOwner; into: Sent; isAgain: boolean },
): Promise<void> {
  const folder = cli.configFolder;
  const name = `outbox-${await digestOf(`${owner.user} ${owner.server}`)}`;
  await withFileLock(folder, name, async () => {
    // Another process may have sent it already.
    for (const kept of await outboxFile(folder).of(owner)) {
      if (isAgain || kept.refused === null) await sendOne(cli, way, kept, into);
    }
  });
}

export function warnOfRefused(cli: Cli, refused: readonly KeptExpense[]): void {
  for (const { id, refused: reason } of refused) {
    cli.warn(printable(`Expense ${id} of the outbox was refused: ${reason}`));
  }
}

function tell(cli: Cli, { sent, refused }: Sent): void {
  if (sent.length > 0) cli.note(`Sent ${counted(sent.length, "expense")} from the outbox.`);
  warnOfRefused(cli, refused);
  if (refused.length > 0) cli.note("It stays there; list it with: outlay outbox list");
}

/**
 * A hint that the request may have arrived is about the outbox's request, not the command's own, so it is
 * replaced.
 */
function neverSent(error: unknown): unknown {
  if (!(error instanceof CliError) || error.code !== "unreachable") return error;
  return new Unreachable(
    error.message,
    { canBeRepeated: true, mayHaveArrived: false },
    { hint: "Check that the server is running and that its address is right.", cause: error },
  );
}

/** Whether only the outbox failed: the server was reached, so the command itself can continue. */
const isOnlyOurs = (error: unknown): error is CliError =>
  error instanceof CliError &&
  ["throttled", "internal", "storage_unavailable", "storage_full", "unexpected_answer"].includes(
    error.code,
  );

/**
 * Sends queued expenses before a command's first request. If they can't be sent because the server is
 * unreachable or nobody is logged in, the command's own request would fail as well.
 */
export function sendingKeptFirst(cli: Cli, way: Way): SendAuthorized {
  if (isLocal(way.logInOptions.target)) return way.send;

  const sendAll = async () => {
    const owner = await ownerOfRecords(cli.env, way.logInOptions);
    if (!owner) return;
    const waiting = await outboxFile(cli.configFolder).of(owner);
    if (!waiting.some(({ refused }) => refused === null)) return;
    const into: Sent = { sent: [], refused: [] };
    try {
      await sendKept(cli, way, { owner, into, isAgain: false });
    } catch (error) {
      if (!isOnlyOurs(error)) throw neverSent(error);
      cli.warn(printable(`The outbox could not be sent: ${error.message}`));
    } finally {
      tell(cli, into);
    }
  };

  let sending: Promise<void> | undefined;
  return async (request) => {
    await (sending ??= sendAll());
    return way.send(request);
  };
}
