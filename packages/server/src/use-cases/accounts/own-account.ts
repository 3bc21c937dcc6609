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

/** Who speaks for a user, and from where. */
export interface Asker {
  user: UserRecord;
  address: string;
}

/** A wrong one counts as a failed login: a token that was found must not serve to find the password. */
const isPasswordOf = (
  { user, address }: Asker,
  password: string,
  { passwords, throttle }: ServerContext,
): Promise<boolean> =>
  throttle.attempt({ username: user.username, address }, () =>
    passwords.matches(password, user.passwordHash),
  );

/**
 * Every refresh token that was issued before is dead from then on.
 * @throws InvalidFields, Refusal throttled
 */
export async function changePassword(
  server: ServerContext,
  asker: Asker,
  body: unknown,
): Promise<void> {
  const { current_password: current, new_password: next } = parseFields(passwordChange, body);
  const { store, passwords, commonPasswords } = server;
  const { user } = asker;
  if (!(await isPasswordOf(asker, current, server))) {
    throw new InvalidFields({ current_password: wrongPassword });
  }
  const faults = passwordFaults(next, user.username, await commonPasswords());
  if (faults.length > 0) throw new InvalidFields({ new_password: faults });
  const hash = await server.throttle.inTurn(asker.address, () => passwords.hash(next));
  await store.users.changePassword(user.id, hash);
}

/**
 * The account is gone with all its records.
 * @throws InvalidFields, Refusal throttled
 */
export async function removeAccount(
  server: ServerContext,
  asker: Asker,
  body: unknown,
): Promise<void> {
  const { password } = parseFields(accountRemoval, body);
  if (!(await isPasswordOf(asker, password, server))) {
    throw new InvalidFields({ password: wrongPassword });
  }
  await server.store.users.remove(asker.user.id);
}
