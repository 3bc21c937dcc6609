import {
  accountRemoval,
  InvalidFields,
  type Me,
  parseFields,
  passwordChange,
} from "@outlay/shared";
import { passwordFaults } from "../../domain/password-policy.ts";
import type { ServerContext } from "../../server-context.ts";
import type { UserRecord } from "../../store/store.ts";

export const describeAccount = ({ id, username, createdAt }: UserRecord): Me => ({
  id,
  username,
  created_at: createdAt,
});

const wrongPassword = ["The password is wrong."];

/**
 * Every refresh token that was issued before is dead from then on.
 * @throws InvalidFields
 */
export async function changePassword(
  { store, passwords, commonPasswords }: ServerContext,
  user: UserRecord,
  body: unknown,
): Promise<void> {
  const { current_password: current, new_password: next } = parseFields(passwordChange, body);
  if (!(await passwords.matches(current, user.passwordHash))) {
    throw new InvalidFields({ current_password: wrongPassword });
  }
  const faults = passwordFaults(next, user.username, await commonPasswords());
  if (faults.length > 0) throw new InvalidFields({ new_password: faults });
  await store.users.changePassword(user.id, await passwords.hash(next));
}

/**
 * The account is gone with all its records.
 * @throws InvalidFields
 */
export async function removeAccount(
  { store, passwords }: ServerContext,
  user: UserRecord,
  body: unknown,
): Promise<void> {
  const { password } = parseFields(accountRemoval, body);
  if (!(await passwords.matches(password, user.passwordHash))) {
    throw new InvalidFields({ password: wrongPassword });
  }
  await store.users.remove(user.id);
}
