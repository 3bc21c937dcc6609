import { CliError } from "../errors/cli-error.ts";

/** The file can't be read with certainty, or at all: exit 8, with the option that decides. */
export const unsureOf = (message: string, hint: string): CliError =>
  new CliError("import_unsure", message, { hint });
