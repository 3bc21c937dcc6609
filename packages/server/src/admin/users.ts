import { counted, type FieldErrors, InvalidFields } from "@outlay/shared";
import { randomBytes } from "node:crypto";
import { passwordFaults } from "../domain/password-policy.ts";
import type { ServerContext } from "../server-context.ts";
import type { UserRecord } from "../domain/user.ts";
import { readRegistration, register } from "../use-cases/accounts/register.ts";
import { CommandError } from "./command-error.ts";

const passwordBytes = 24;

export const randomPassword = (): string => randomBytes(passwordBytes).toString("base64url");

const refusal = (errors: FieldErrors) =>
  new CommandError("refused", Object.values(errors).flat().join("\n"));

/** No client address, because nobody can be throttled here. */
const thisMachine = "";

/** @throws CommandError refused for a name or password that can't be used */
export async function addUser(
  context: ServerContext,
  username: string,
  password: string,
): Promise<void> {
  try {
    await register(context, readRegistration({ username, password }), thisMachine);
  } catch (error) {
    throw error instanceof InvalidFields ? refusal(error.fields) : error;
  }
}

/** @throws CommandError notFound */
async function userNamed({ store }: ServerContext, name: string): Promise<UserRecord> {
  const user = await store.users.findByName(name.normalize("NFKC"));
  if (user) return user;
  throw new CommandError("notFound", `There is no account "${name}". See: outlay-server user list`);
}

/**
 * Sets a new password and ends all sessions, but no API key.
 * @throws CommandError notFound, refused for a password that can't be used
 */
export async function resetUserPassword(
  context: ServerContext,
  name: string,
  password: string,
): Promise<void> {
  const { store, passwords, isCommonPassword } = context;
  const { id, username } = await userNamed(context, name);
  const faults = passwordFaults(password, username, await isCommonPassword(password));
  if (faults.length > 0) throw refusal({ password: faults });
  await store.users.changePassword(id, await passwords.hash(password));
}

/** @throws CommandError notFound, or usage without a confirmation */
export async function removeUser(
  context: ServerContext,
  name: string,
  isSure: boolean,
): Promise<void> {
  const { store } = context;
  const { id, username } = await userNamed(context, name);
  if (!isSure) {
    const expenses = (await store.expenses.list(id)).length;
    const budgets = (await store.budgets.list(id)).length;
    const all = `${counted(expenses, "expense")} and ${counted(budgets, "budget")}`;
    throw new CommandError(
      "usage",
      `This removes "${username}" with ${all}, and can't be undone. To confirm, add --yes.`,
    );
  }
  await store.users.remove(id);
}
