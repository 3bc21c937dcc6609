/** What there is to say of a change that was taken back, or can't be. */
import { CliError } from "../errors/cli-error.ts";
import type { AnyRecord } from "../commands/record/record-noun.ts";
import { printable } from "../terminal/printable.ts";
import { type Change, changeText } from "./change.ts";

export interface TakenBack {
  /** For programs: the record, those that were brought back, or what became of an import. */
  value: unknown;
  lines: string[];
  /** What the user should know beside. */
  remark?: string;
  /** When the record was changed by this, where it was. */
  updatedAt?: string;
}

const skip = "leave it as it is, and go on to the change before: outlay undo --skip";

/** @param instead what can be done beside leaving it as it is */
export function refusal(
  code: "not_found" | "changed_since",
  message: string,
  instead?: string,
): CliError {
  const hint = instead === undefined ? `L${skip.slice(1)}` : `${instead}; or ${skip}`;
  return new CliError(code, printable(message), { hint });
}

/** What is to be taken back isn't there any more. */
export const gone = (change: Change, where = "") =>
  refusal("not_found", `It can't be taken back any more: ${changeText(change)}${where}.`);

export const isMissing = (error: unknown) =>
  error instanceof CliError && error.code === "not_found";

export async function unlessGone<Result>(call: Promise<Result>, change: Change): Promise<Result> {
  try {
    return await call;
  } catch (error) {
    throw isMissing(error) ? gone(change, ", which is gone") : error;
  }
}

/** The record as it is now. @throws CliError not_found also where it is another one with the same id */
export async function findSeen<Wire extends Pick<AnyRecord, "created_at">>(
  find: Promise<Wire>,
  change: Extract<Change, { createdAt: string }>,
): Promise<Wire> {
  const record = await unlessGone(find, change);
  if (record.created_at !== change.createdAt) throw gone(change, ", which is another one by now");
  return record;
}
