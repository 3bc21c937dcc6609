import { login, registration } from "@outlay/shared";
import type { Login } from "../../api/accounts-api.ts";
import { parseApiField } from "../../arguments/api-field.ts";
import type { Cli } from "../../cli.ts";
import { readSecret } from "../../config/secret-variable.ts";
import { CliError, usageError } from "../../errors/cli-error.ts";
import { ask } from "../../terminal/ask.ts";
import type { Io } from "../../terminal/io.ts";
import { printable } from "../../terminal/printable.ts";
import type { Prompts } from "../../terminal/prompts.ts";

export interface LoginOptions {
  username?: string | undefined;
  passwordStdin?: true | undefined;
}

interface Asking {
  /** Undefined if nobody can be asked. */
  prompts: Prompts | undefined;
  /** Whether a new account is to be created. */
  isNew: boolean;
}

async function askUsername(cli: Cli, { prompts, isNew }: Asking, former?: string): Promise<string> {
  if (!prompts) {
    throw usageError("The user name is missing.", "Add --username NAME, or set OUTLAY_USERNAME.");
  }
  const { username } = (isNew ? registration : login).entries;
  const preset = former ?? cli.systemUsername();
  return ask(prompts, "User name:", (answer) => parseApiField(username, answer), preset);
}

/** Asks for a password twice, until both are the same. @param what its name: `New password` */
export async function askNewPassword(io: Io, prompts: Prompts, what: string): Promise<string> {
  for (;;) {
    const password = await prompts.secret(`${what}:`);
    if (password === "") io.err("The password is empty. Try again:\n");
    else if ((await prompts.secret(`${what} again:`)) === password) return password;
    else io.err("The two passwords differ. Try again:\n");
  }
}

async function askPassword(cli: Cli, { prompts, isNew }: Asking): Promise<string> {
  if (!prompts) {
    throw usageError(
      "The password is missing.",
      "Give it on stdin with --password-stdin, or set OUTLAY_PASSWORD or OUTLAY_PASSWORD_FILE.",
    );
  }
  if (isNew) return askNewPassword(cli.io, prompts, "Password");
  for (;;) {
    const password = await prompts.secret("Password:");
    if (password !== "") return password;
    cli.io.err("The password is empty. Try again:\n");
  }
}

/** The answers that the server rejected, as far as it names them. */
function faultsIn(error: unknown): { username: boolean; password: boolean } {
  const { code, fields = {} } = error instanceof CliError ? error : {};
  const isEither = code === "wrong_credentials";
  return {
    username: isEither || fields["username"] !== undefined,
    password: isEither || fields["password"] !== undefined,
  };
}

function tellRefusal(cli: Cli, { message, hint }: CliError): void {
  const lines = [...message.split("\n"), ...(hint === undefined ? [] : [hint]), "Try again:"];
  cli.say(lines.map(printable).join("\n"));
}

/** A login from an option, the environment, or stdin. @throws CliError usage */
async function givenLogin(cli: Cli, { username, passwordStdin }: LoginOptions) {
  const password = passwordStdin
    ? (await cli.io.readInput()).replace(/\r?\n$/, "")
    : readSecret(cli.env, "OUTLAY_PASSWORD");
  if (password === "") throw usageError("The password is empty.");
  return { username: username || cli.env["OUTLAY_USERNAME"] || undefined, password };
}

/**
 * Reads user name and password from options, the environment, or the person at the terminal, who is asked
 * again for answers that the server rejects.
 * @param isNew whether the account is to be created
 * @param attempt uses them
 * @throws CliError
 */
export async function withLogin<Result>(
  cli: Cli,
  options: LoginOptions,
  isNew: boolean,
  attempt: (login: Login) => Promise<Result>,
): Promise<Result> {
  const given = await givenLogin(cli, options);
  const asking = { prompts: cli.prompts, isNew };
  let { username, password } = given;
  let former: string | undefined;
  for (;;) {
    username ??= await askUsername(cli, asking, former);
    password ??= await askPassword(cli, asking);
    try {
      return await attempt({ username, password });
    } catch (error) {
      const faults = faultsIn(error);
      const mayUsernameChange = faults.username && given.username === undefined;
      const mayPasswordChange = faults.password && given.password === undefined;
      const canMend = cli.prompts !== undefined && (mayUsernameChange || mayPasswordChange);
      if (!canMend || !(error instanceof CliError)) throw error;
      tellRefusal(cli, error);
      former = username;
      if (mayUsernameChange) username = undefined;
      if (mayPasswordChange) password = undefined;
    }
  }
}
