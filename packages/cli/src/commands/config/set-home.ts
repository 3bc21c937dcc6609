/** Sets the home currency of the user, as far as the server can. */
import { accountPaths, isRecordableCurrency } from "@outlay/shared";
import { readAnswer } from "../../api/read-answer.ts";
import { receivedAccount } from "../../api/received/records.ts";
import type { Cli } from "../../cli.ts";
import { CliError } from "../../errors/cli-error.ts";
import { toCliError } from "../../errors/present-error.ts";

/** The reason why the home currency was not set. */
export interface NotSet {
  why: string;
}

const earlierVersion: NotSet = {
  why: "the server is of an earlier version, which has no home currency",
};

/**
 * @param code null to unset it
 * @returns why it was not set, if it couldn't be
 * @throws CliError invalid if the server refuses this currency
 */
export async function setHome(cli: Cli, code: string | null): Promise<NotSet | undefined> {
  if (code !== null && !isRecordableCurrency(code)) {
    return { why: `the amounts of ${code} have more than two decimals` };
  }
  try {
    const { send } = await cli.connect();
    const body = { home_currency: code };
    const answer = await send({ method: "PATCH", path: accountPaths.me, body, isRepeatable: true });
    if (answer.status === 404 || answer.status === 405) return earlierVersion;
    const { home_currency: now } = readAnswer(answer, receivedAccount);
    return now === code ? undefined : earlierVersion;
  } catch (error) {
    const failure = toCliError(error);
    if (failure.code === "invalid") throw refused(failure);
    if (failure.code === "unexpected" || failure.code === "interrupted") throw error;
    return { why: failure.message.replace(/\.$/, "") };
  }
}

/** The server's refusal, in words for people. */
function refused(failure: CliError): CliError {
  const [message] = failure.fields?.["home_currency"] ?? [];
  if (message === undefined) return failure;
  return new CliError("invalid", message, {
    hint: "See what there is with: outlay rate list, outlay import list, outlay list --deleted",
  });
}

/**
 * Unsets the home currency if nothing is stored that it gives its meaning.
 * @returns the code of the home currency that stays
 */
export async function unsetHome(cli: Cli): Promise<string | undefined> {
  try {
    const { send, home } = await cli.connect();
    await send({ method: "GET", path: accountPaths.me, isRepeatable: true });
    if (home.code === undefined) return undefined;
    const body = { home_currency: null };
    const answer = await send({ method: "PATCH", path: accountPaths.me, body, isRepeatable: true });
    return answer.status < 300 ? undefined : home.code;
  } catch (error) {
    const { code } = toCliError(error);
    if (code === "unexpected" || code === "interrupted") throw error;
    // The setting of this machine is unset all the same.
    return undefined;
  }
}
