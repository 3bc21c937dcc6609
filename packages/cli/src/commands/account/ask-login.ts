import type { Login } from "../../api/accounts-api.ts";
import type { Cli } from "../../cli.ts";
import { readSecret } from "../../config/secret-variable.ts";
import { usageError } from "../../errors/cli-error.ts";
import type { Io } from "../../terminal/io.ts";
import type { Prompts } from "../../terminal/prompts.ts";

/** Asks for a password twice, until both are the same. @param what it is: `New password` */
export async function askNewPassword(io: Io, prompts: Prompts, what: string): Promise<string> {
  for (;;) {
    const password = await prompts.secret(`${what}:`);
    if ((await prompts.secret(`${what} again:`)) === password) return password;
    io.err("The two are not the same. Once more:\n");
  }
}

export interface LoginOptions {
  username?: string | undefined;
  passwordStdin?: true | undefined;
}

async function askUsername(cli: Cli, given: string | undefined): Promise<string> {
  const known = given ?? cli.env["OUTLAY_USERNAME"];
  if (known) return known;
  if (cli.prompts)
    return cli.prompts.text({ message: "User name:", default: cli.systemUsername() });
  throw usageError("The user name is missing.", "Add --username NAME, or set OUTLAY_USERNAME.");
}

async function askPassword(cli: Cli, isFromInput: boolean, isNew: boolean): Promise<string> {
  if (isFromInput) return (await cli.io.readInput()).replace(/\r?\n$/, "");
  const known = readSecret(cli.env, "OUTLAY_PASSWORD");
  if (known !== undefined) return known;
  if (!cli.prompts) {
    throw usageError(
      "The password is missing.",
      "Give it on stdin with --password-stdin, or set OUTLAY_PASSWORD or OUTLAY_PASSWORD_FILE.",
    );
  }
  return isNew ? askNewPassword(cli.io, cli.prompts, "Password") : cli.prompts.secret("Password:");
}

/** User name and password: from options, the environment, or the person at the terminal. @throws CliError usage */
export async function askLogin(cli: Cli, options: LoginOptions, isNew: boolean): Promise<Login> {
  const username = await askUsername(cli, options.username);
  const password = await askPassword(cli, options.passwordStdin === true, isNew);
  if (password === "") throw usageError("The password is empty.");
  return { username, password };
}
