import type { Cli } from "../../cli.ts";
import type { Connection } from "../../connection.ts";
import { usageError } from "../../errors/cli-error.ts";
import { askNewPassword } from "./ask-login.ts";

interface Passwords {
  /** Undefined if Outlay has stored it. */
  current: string | undefined;
  next: string;
}

interface AskOptions {
  passwordStdin?: true | undefined;
  /** Outlay created the account, so nobody has ever typed its password. */
  isOwnAccount: boolean;
}

/** One password per line: the current and the new one, or only the new one if Outlay knows the other. */
async function readPasswords(cli: Cli, isOwnAccount: boolean): Promise<Passwords> {
  const lines = (await cli.io.readInput()).replace(/\r?\n$/, "").split(/\r?\n/);
  const [first = "", second] = lines;
  if (lines.length === 1 && isOwnAccount) return { current: undefined, next: first };
  if (lines.length === 2 && second !== undefined) return { current: first, next: second };
  throw usageError(
    `Stdin has ${lines.length === 1 ? "1 line" : `${lines.length} lines`}.`,
    "Give two lines: the current password, and then the new one.",
  );
}

async function askOrRead(
  cli: Cli,
  { logInOptions }: Connection,
  { passwordStdin, isOwnAccount }: AskOptions,
): Promise<Passwords> {
  if (passwordStdin) return readPasswords(cli, isOwnAccount);
  const { prompts } = cli;
  if (!prompts) {
    throw usageError(
      "The passwords are missing.",
      "Give them on stdin with --password-stdin: the current one, and the new one on a line of its own.",
    );
  }
  const current = isOwnAccount
    ? undefined
    : (logInOptions.givenLogin?.password ?? (await prompts.secret("Current password:")));
  return { current, next: await askNewPassword(cli.io, prompts, "New password") };
}

/**
 * Returns the current password and the new one, from stdin or the person at the terminal.
 * @throws CliError usage
 */
export async function askPasswords(
  cli: Cli,
  connection: Connection,
  options: AskOptions,
): Promise<Passwords> {
  const passwords = await askOrRead(cli, connection, options);
  if (passwords.next === "") throw usageError("The new password is empty.");
  return passwords;
}
