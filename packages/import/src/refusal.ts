/** The reasons why an import can't go on. Each user of the importer makes errors of its own of them. */
export type RefusalCode =
  /** The file could be read in several ways; the hint has the option that decides. */
  | "unsure"
  /** It is no list of bookings, or a damaged one: no option helps. */
  | "unreadable"
  /** What is said about the file means nothing, or doesn't fit it. */
  | "bad_option"
  /** A plan isn't as it was written. */
  | "bad_plan"
  /** A rule's pattern means nothing, or could take forever. */
  | "bad_pattern"
  /** A rule took too long over a text. */
  | "slow_rule"
  | "storage_full"
  | "storage_unavailable";

/** The one error that the importer throws of its own accord: it says what and why, and what to do next. */
export class ImportRefusal extends Error {
  readonly code: RefusalCode;
  readonly hint: string | undefined;

  constructor(code: RefusalCode, message: string, hint?: string, cause?: unknown) {
    super(message, { cause });
    this.name = "ImportRefusal";
    this.code = code;
    this.hint = hint;
  }
}

export const unsureOf = (message: string, hint: string): ImportRefusal =>
  new ImportRefusal("unsure", message, hint);

export const unreadable = (message: string, hint: string): ImportRefusal =>
  new ImportRefusal("unreadable", message, hint);

export const badOption = (message: string, hint: string): ImportRefusal =>
  new ImportRefusal("bad_option", message, hint);
