import { isRecordableCurrency } from "@outlay/shared";
import { usageError } from "../errors/cli-error.ts";

/** Returns the currency code that a text means, in any case. @throws CliError usage */
export function parseCurrency(text: string): string {
  const code = text.trim().toUpperCase();
  if (isRecordableCurrency(code)) return code;
  throw usageError(
    `"${text}" isn't the code of a currency with two decimals or none.`,
    "Write a code like EUR or USD.",
  );
}
