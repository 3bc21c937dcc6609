import type { Cli } from "../cli.ts";
import type { Connection } from "../connection.ts";

/** Fetches the names of categories, if people will see them. */
export async function loadLabels(
  { globals }: Pick<Cli, "globals">,
  { categories }: Pick<Connection, "categories">,
): Promise<void> {
  if (!globals.json && !globals.quiet) await categories.known();
}

/** Returns a record with the name of its category in place of the key, as people see it. */
export function labelled<Wire extends object>(
  { categories }: Pick<Connection, "categories">,
  record: Wire,
): Wire {
  if (!("category" in record) || typeof record.category !== "string") return record;
  return { ...record, category: categories.label(record.category) };
}
