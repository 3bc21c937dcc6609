import type { Login } from "../../api/accounts-api.ts";
import type { Cli } from "../../cli.ts";
import { readSecret } from "../../config/secret-variable.ts";
import { usageError } from "../../errors/cli-error.ts";

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
  for (;;) {
    const password = await cli.prompts.secret("Password:");
    if (!isNew || (await cli.prompts.secret("Password again:")) === password) return password;
    cli.io.err("The two are not the same. Once more:\n");
  }
}

/** User name and password: from options, the environment, or the person at the terminal. @throws CliError usage */
export async function askLogin(cli: Cli, options: LoginOptions, isNew: boolean): Promise<Login> {
  const username = await askUsername(cli, options.username);
  const password = await askPassword(cli, options.passwordStdin === true, isNew);
  if (password === "") throw usageError("The password is empty.");
  return { username, password };
}
