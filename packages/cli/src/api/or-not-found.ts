import { CliError } from "../errors/cli-error.ts";

/**
 * Returns the call's result; a missing record becomes an error with the given message and hint.
 * @throws CliError not_found
 */
export async function orNotFound<Result>(
  call: Promise<Result>,
  message: string,
  hint: string,
): Promise<Result> {
  try {
    return await call;
  } catch (error) {
    if (!(error instanceof CliError) || error.code !== "not_found") throw error;
    throw new CliError("not_found", message, { hint });
  }
}
