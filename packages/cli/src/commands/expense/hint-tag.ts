import { commandLine } from "@outlay/files";
import { spendingKinds } from "@outlay/shared";
import type { Cli } from "../../cli.ts";
import type { Connection } from "../../connection.ts";

const tagPattern = /^#?([\p{L}\p{N}_-]{1,40})$/u;

/** Mentions that a text is the name of a category of the user's own. */
async function hintCategory(
  cli: Cli,
  { categories }: Pick<Connection, "categories">,
  text: string,
  command: string,
): Promise<boolean> {
  const category = (await categories.known()).whole(text, "expense");
  if (!category || category.builtin) return false;
  const line = commandLine(...command.split(" "), "-c", category.key.toLowerCase());
  cli.note(`There is a category with that name: ${line}`);
  return true;
}

/**
 * If a search for a text found nothing, mentions that there is a category or a tag of that name.
 * @param command as it is typed: `outlay list`
 */
export async function hintTag(
  cli: Cli,
  connection: Connection,
  text: string | undefined,
  command: string,
): Promise<void> {
  if (text === undefined || cli.globals.json || cli.globals.quiet) return;
  if (await hintCategory(cli, connection, text, command)) return;
  const name = tagPattern.exec(text.trim())?.[1];
  if (name === undefined) return;
  const names = [...new Set([name, name.toLowerCase()])];
  const wanted = new URLSearchParams();
  for (const each of names) wanted.append("tag", each);
  for (const kind of spendingKinds) wanted.append("kind", kind);
  for await (const { records } of connection.expenses.pages(wanted, 1)) {
    const tag = names.find((each) => records[0]?.tags.includes(each));
    if (tag === undefined) return;
    cli.note(`There is a tag with that name: ${commandLine(...command.split(" "), "-t", tag)}`);
  }
}
