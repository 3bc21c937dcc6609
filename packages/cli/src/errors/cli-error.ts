import type { ErrorCode, FieldErrors } from "@outlay/shared";

/** What a command ends with when it can't be done: what and why, and what to type next. */
export class CliError extends Error {
  readonly code: ErrorCode;
  readonly hint: string | undefined;
  readonly fields: FieldErrors | undefined;

  constructor(
    code: ErrorCode,
    message: string,
    more: { hint?: string; fields?: FieldErrors; cause?: unknown } = {},
  ) {
    super(message, { cause: more.cause });
    this.name = "CliError";
    this.code = code;
    this.hint = more.hint;
    this.fields = more.fields;
  }
}

export const usageError = (message: string, hint?: string) =>
  new CliError("usage", message, hint === undefined ? {} : { hint });
