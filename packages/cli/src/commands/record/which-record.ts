/** Determines the record that a command is for: by its argument or, at a terminal, by asking. */
import { parseRecordId } from "../../arguments/record-id.ts";
import { labelled, loadLabels } from "../../categories/labelled.ts";
import type { Cli } from "../../cli.ts";
import type { Connection } from "../../connection.ts";
import { CliError, usageError } from "../../errors/cli-error.ts";
import { ask } from "../../terminal/ask.ts";
import { printable } from "../../terminal/printable.ts";
import type { AnyRecord, RecordNoun } from "./record-noun.ts";

/** The id; undefined if it is missing but can be asked for. @throws CliError usage */
export function givenId<Wire extends AnyRecord>(
  cli: Cli,
  { name, prefix }: RecordNoun<Wire>,
  verb: string,
  text: string | undefined,
): number | undefined {
  if (text !== undefined) return parseRecordId(text);
  if (cli.prompts) return undefined;
  throw usageError(`The ${name}'s id is missing.`, `Write it like: ${prefix} ${verb} 12`);
}

const shownCount = 5;

/** The newest records, one of which is probably meant. */
async function newest<Wire extends AnyRecord>(
  noun: RecordNoun<Wire>,
  connection: Connection,
  from: "kept" | "trash",
): Promise<Wire[]> {
  const api = noun.api(connection);
  if (from === "trash") return (await api.listRemoved()).slice(-shownCount);
  if (noun.name === "budget") return (await api.list()).slice(-shownCount);
  const records: Wire[] = [];
  const parameters = new URLSearchParams({ order: "-id", kind: "any" });
  for await (const page of api.pages(parameters, shownCount)) records.push(...page.records);
  return records.toReversed();
}

/** The error if there is no record to choose. */
const none = ({ name, first }: { name: string; first: string }, from: "kept" | "trash") =>
  from === "trash"
    ? new CliError("not_found", `There are no ${name}s in the trash.`)
    : new CliError("not_found", `There are no ${name}s.`, { hint: first });

/**
 * Shows the newest records, and asks for an id.
 * @param from where the record has to be
 * @param find rejects for a record that can't be used; one in the trash may be
 * @throws CliError usage, if nobody can be asked, which `givenId` has already checked; not_found, if there
 * are no records
 */
export async function askId<Wire extends AnyRecord>(
  cli: Cli,
  noun: RecordNoun<Wire>,
  connection: Connection,
  from: "kept" | "trash" = "kept",
  find: (id: number) => Promise<unknown> = (id) => noun.api(connection).find(id),
): Promise<number> {
  if (!cli.prompts) throw usageError(`The ${noun.name}'s id is missing.`);
  const recent = await newest(noun, connection, from);
  if (recent.length === 0) throw none(noun, from);
  await loadLabels(cli, connection);
  const lines = recent.map((record) =>
    printable(noun.summary(labelled(connection, record), connection.money)),
  );
  cli.say(lines.join("\n"));
  return ask(cli.prompts, `Id of the ${noun.name}:`, async (answer) => {
    const id = parseRecordId(answer.trim());
    await find(id);
    return id;
  });
}
