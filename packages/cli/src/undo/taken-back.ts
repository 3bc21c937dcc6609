/** The result of undoing a change, or the error if that is impossible. */
import { CliError } from "../errors/cli-error.ts";
import type { AnyRecord } from "../commands/record/record-noun.ts";
import { printable } from "../terminal/printable.ts";
import { type Change, changeText } from "./change.ts";

export interface TakenBack {
  /** For programs: the record, the restored records, or the state of the import. */
  value: unknown;
  lines: string[];
  /** Additional information for the user. */
  remark?: string;
  /** The record's new time of change, if undoing changed it. */
  updatedAt?: string;
}

const skip = "skip it, and undo the change before it: outlay undo --skip";

/** @param instead an alternative to skipping the change */
export function refusal(
  code: "not_found" | "changed_since",
  message: string,
  instead?: string,
): CliError {
  const hint = instead === undefined ? `S${skip.slice(1)}` : `${instead}; or ${skip}`;
  return new CliError(code, printable(message), { hint });
}

/** The record or import to undo no longer exists. */
export const gone = (change: Change, where = "") =>
  refusal("not_found", `Can no longer undo ${changeText(change)}${where}.`);

export const isMissing = (error: unknown) =>
  error instanceof CliError && error.code === "not_found";

export async function unlessGone<Result>(call: Promise<Result>, change: Change): Promise<Result> {
  try {
    return await call;
  } catch (error) {
    throw isMissing(error) ? gone(change, ", because it no longer exists") : error;
  }
}

/** Returns the record as it is now. @throws CliError not_found, also if another record has its id */
export async function findSeen<Wire extends Pick<AnyRecord, "created_at">>(
  find: Promise<Wire>,
  change: Extract<Change, { createdAt: string }>,
): Promise<Wire> {
  const record = await unlessGone(find, change);
  if (record.created_at !== change.createdAt)
    throw gone(change, ", because that id now belongs to another record");
  return record;
}
