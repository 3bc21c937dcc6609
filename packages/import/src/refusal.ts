/** The reasons why an import can't go on. Programs that use the importer turn them into their own errors. */
export type RefusalCode =
  /** The file could be read in several ways; the hint names the option that decides. */
  | "unsure"
  /** The file isn't a list of bookings, or is damaged: no option helps. */
  | "unreadable"
  /** An option is invalid, or doesn't fit the file. */
  | "bad_option"
  /** A plan was damaged or changed since it was written. */
  | "bad_plan"
  /** A rule's pattern is invalid, or could take forever. */
  | "bad_pattern"
  /** A rule took too long to search a text. */
  | "slow_rule"
  | "storage_full"
  | "storage_unavailable";

/** The only error that the importer itself throws: it says what happened, why, and what to do next. */
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
