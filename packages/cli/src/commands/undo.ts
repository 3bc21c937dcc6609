import type { Command } from "@commander-js/extra-typings";
import { accountPaths } from "@outlay/shared";
import { notLoggedIn } from "../api/log-in-again.ts";
import { requireSuccess } from "../api/read-answer.ts";
import type { Cli } from "../cli.ts";
import type { Connection } from "../connection.ts";
import { withFileLock } from "../config/file-lock.ts";
import { CliError, usageError } from "../errors/cli-error.ts";
import { outboxFile } from "../outbox/outbox-file.ts";
import { printable } from "../terminal/printable.ts";
import { changeText } from "../undo/change.ts";
import { type ChangeNote, changesFile, keptChanges } from "../undo/changes-file.ts";
import { takeBack } from "../undo/take-back.ts";
import { type RecordOwner, ownerOfRecords } from "../api/record-owner.ts";
import { withExamples } from "../help/examples.ts";
import { contentsOf, contentsText } from "./import/batch-contents.ts";

interface UndoOptions {
  yes?: true | undefined;
  skip?: true | undefined;
}

/**
 * Opens a session, because only then the user is known; opening it also sends queued expenses, which may
 * include the user's last change.
 * @throws CliError
 */
async function openSession({ send }: Connection): Promise<void> {
  requireSuccess(await send({ method: "GET", path: accountPaths.me, isRepeatable: true }));
}

/** Asks before expenses are removed for good. */
const confirming =
  (cli: Cli, { imports }: Connection, isAgreed: boolean) =>
  async (importId: number, source: string): Promise<void> => {
    if (isAgreed) return;
    if (!cli.prompts) {
      throw usageError(
        `The last change was ${printable(`import ${importId} from ${source}`)}; undoing it removes its expenses for good.`,
        "Add --yes to undo it without being asked.",
      );
    }
    const what = contentsText(await contentsOf(imports, importId));
    const question = `Remove ${what} from ${printable(source)} for good?`;
    if (await cli.prompts.confirm(question)) return;
    throw new CliError("interrupted", "Nothing was undone.");
  };

/** Refuses to skip an expense that its server has not yet accepted. @throws CliError changed_since */
async function requireEmptyOutbox(cli: Cli, owner: RecordOwner): Promise<void> {
  const every = await outboxFile(cli.configFolder).of(owner);
  const last = every.findLast(({ refused }) => refused === null);
  if (!last) return;
  throw new CliError(
    "changed_since",
    printable(`The last change is still waiting to be sent: "${last.expense.description}".`),
    { hint: `Send it: outlay outbox send; or discard it: outlay outbox drop ${last.id}` },
  );
}

function nothingLeft(): CliError {
  return new CliError("not_found", "There is nothing to undo.", {
    hint: `Undo covers add, edit, rm, restore and import on this machine, up to the last ${keptChanges} changes.`,
  });
}

function tellSkipped(cli: Cli, { change }: ChangeNote, before: ChangeNote | undefined): void {
  const next = before ? changeText(before.change) : null;
  cli.report({ skipped: changeText(change), next }, printable(`Skipped: ${changeText(change)}`));
  cli.note(
    next === null
      ? "There is nothing before it to undo."
      : printable(`The next outlay undo will undo: ${next}`),
  );
}

async function undo(cli: Cli, { yes, skip }: UndoOptions): Promise<void> {
  const connection = await cli.connect();
  await openSession(connection);
  const owner = await ownerOfRecords(cli.env, connection.logInOptions);
  if (!owner) throw notLoggedIn(connection.target);
  await requireEmptyOutbox(cli, owner);
  const file = changesFile(cli.configFolder);
  const notes = await file.of(owner);
  const last = notes.at(-1);
  if (!last) throw nothingLeft();
  if (skip) {
    await file.drop(last);
    tellSkipped(cli, last, notes.at(-2));
    return;
  }
  const confirm = confirming(cli, connection, yes === true);
  const { value, lines, remark, updatedAt } = await takeBack(connection, last.change, confirm);
  await file.drop(last, updatedAt);
  cli.report(value, lines.map((line) => `Undone: ${line}`).join("\n"));
  if (remark !== undefined) cli.note(remark);
}

export function undoCommand(command: Command, cli: Cli) {
  command
    .option("-y, --yes", "remove an import's expenses for good without asking")
    .option("--skip", "skip the last change, and continue with the one before")
    .action((options) =>
      // One process at a time, so that two don't undo the same change.
      withFileLock(cli.configFolder, "undo", () => undo(cli, options)),
    );
  withExamples(command, [
    ["Undo the last change; run it again for the one before", "outlay undo"],
    ["Undo even an import, from a script", "outlay undo --yes"],
    ["Keep the last change, and skip it", "outlay undo --skip"],
  ]);
}
