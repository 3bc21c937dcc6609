import { usageError } from "../errors/cli-error.ts";

const where = "Lists show the id of each record in their first column.";

/**
 * Reads the id of a record, as lists show it.
 * @throws CliError usage
 */
export function parseRecordId(text: string): number {
  if (text.trim() === "") throw usageError("The id is missing.", where);
  const id = /^\d{1,15}$/.test(text) ? Number(text) : 0;
  if (id > 0) return id;
  throw usageError(`Id "${text}" is not a whole number from 1 to ${"9".repeat(15)}.`, where);
}
