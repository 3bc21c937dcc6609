import type { CommandUnknownOpts } from "@commander-js/extra-typings";
import { labelled, loadLabels } from "../../categories/labelled.ts";
import type { Cli } from "../../cli.ts";
import type { Connection } from "../../connection.ts";
import { refuseFurtherDigits } from "../../arguments/amount.ts";
import { usageError } from "../../errors/cli-error.ts";
import { printable } from "../../terminal/printable.ts";
import type { Prompts } from "../../terminal/prompts.ts";
import { editNoted } from "../../undo/note-change.ts";
import type { AnyRecord, RecordNoun } from "./record-noun.ts";
import { givenId } from "./which-record.ts";

/** @param command each of its options names something to change */
export function nothingNamed(command: CommandUnknownOpts) {
  const all = command.options.map(({ long }) => long);
  // The options behind it select the records to change.
  const end = all.indexOf("--all");
  const flags = end < 0 ? all : all.slice(0, end);
  const last = flags.pop();
  return usageError("No change was given.", `Use ${flags.join(", ")} or ${last}.`);
}

/** The words of the command line, as the shell split them. */
function typedWords(command: CommandUnknownOpts): readonly string[] {
  let root = command as CommandUnknownOpts & { rawArgs?: string[] };
  while (root.parent) root = root.parent;
  return root.rawArgs ?? [];
}

/**
 * The id of the record to edit; undefined if it is missing but can be asked for. An id behind the amount may
 * be the rest of it: `edit -a 1 234`.
 * @throws CliError usage
 */
export function idToEdit<Wire extends AnyRecord>(
  cli: Cli,
  noun: RecordNoun<Wire>,
  command: CommandUnknownOpts,
  id: string | undefined,
  amount: string | undefined,
): number | undefined {
  if (id !== undefined && amount !== undefined) {
    const typed = typedWords(command);
    const forms = new Set([amount, `-a${amount}`, `--amount=${amount}`]);
    const isBehindAmount = typed.some((word, at) => forms.has(word) && typed[at + 1] === id);
    const otherwise = `put the id first: ${noun.prefix} edit ${id} -a ${amount}`;
    if (isBehindAmount) refuseFurtherDigits(amount, [id], otherwise);
  }
  return givenId(cli, noun, "edit", id);
}

/**
 * Changes the fields of a record that are named or, if none is, those that the user answers with.
 * @param askChanges asks for each field, and returns the changed ones
 */
export async function editRecord<Wire extends AnyRecord>(
  cli: Cli,
  noun: RecordNoun<Wire>,
  connection: Connection,
  id: number,
  named: object | undefined,
  askChanges: (prompts: Prompts, record: Wire) => Promise<object>,
): Promise<void> {
  const api = noun.api(connection);
  await loadLabels(cli, connection);
  const summary = (record: Wire) =>
    printable(noun.summary(labelled(connection, record), connection.money));
  if (!named && cli.prompts) {
    const record = await api.find(id);
    const changes = await askChanges(cli.prompts, record);
    if (Object.keys(changes).length === 0) {
      cli.report(record, `Nothing changed: ${summary(record)}`);
      return;
    }
    const changed = await editNoted(cli, connection, noun, [id, changes]);
    cli.report(changed, `Changed ${summary(changed)}`);
    return;
  }
  const changed = await editNoted(cli, connection, noun, [id, named ?? {}]);
  cli.report(changed, `Changed ${summary(changed)}`);
}
