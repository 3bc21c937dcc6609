import type { ErrorCode, FieldErrors } from "@outlay/shared";

/** The error that a failed command ends with: what happened, why, and what to type next. */
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
