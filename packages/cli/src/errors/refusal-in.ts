import { printable } from "../terminal/printable.ts";
import { CliError } from "./cli-error.ts";
import { withRefusalTranslated } from "./refused-import.ts";

/** The sentences that an option would be refused with, on one line. */
export function refusalIn(thrown: unknown): string {
  const error = withRefusalTranslated(thrown);
  if (!(error instanceof CliError)) throw error;
  const { message, hint } = error;
  return printable([message, ...(hint === undefined ? [] : [hint])].join(" ").replace(/\s+/g, " "));
}
