import { type AccountRemoval, InvalidFields, type Me, type PasswordChange } from "@outlay/shared";
import { passwordFaults } from "../../domain/password-policy.ts";
import type { ServerContext } from "../../server-context.ts";
import type { UserRecord } from "../../domain/user.ts";
import { UserGone } from "../../store/store-errors.ts";

export const describeAccount = ({ id, username, createdAt }: UserRecord): Me => ({
  id,
  username,
  created_at: createdAt,
});

const wrongPassword = ["The password is wrong."];
const changedMeanwhile = ["The password was changed meanwhile."];

/** The user who asks, and the client's address. */
export interface Asker {
  user: UserRecord;
  address: string;
}

/**
 * A wrong password counts as a failed login: a stolen token must not serve to find the password.
 */
const isPasswordOf = (
  { user, address }: Asker,
  password: string,
  { passwords, throttle }: ServerContext,
): Promise<boolean> =>
  throttle.attempt({ username: user.username, address }, () =>
    passwords.matches(password, user.passwordHash),
  );

/** If several requests name the present password at once, only one of them finds it still valid. */
async function staleRefusal(
  { store }: ServerContext,
  { user }: Asker,
  field: string,
): Promise<Error> {
  const isThere = await store.users.findById(user.id);
  return isThere ? new InvalidFields({ [field]: changedMeanwhile }) : new UserGone();
}

/**
 * Changes the password; every refresh token issued before becomes invalid. Nothing changes if the
 * password is no longer the one that was compared.
 * @throws InvalidFields, UserGone, Refusal throttled
 */
export async function changePassword(
  server: ServerContext,
  asker: Asker,
  { current_password: current, new_password: next }: PasswordChange,
): Promise<void> {
  const { store, passwords, isCommonPassword } = server;
  const { user } = asker;
  if (!(await isPasswordOf(asker, current, server))) {
    throw new InvalidFields({ current_password: wrongPassword });
  }
  const faults = passwordFaults(next, user.username, await isCommonPassword(next));
  if (faults.length > 0) throw new InvalidFields({ new_password: faults });
  const hash = await server.throttle.inTurn(asker.address, () => passwords.hash(next));
  const isChanged = await store.users.changePassword(user.id, hash, user.passwordHash);
  if (!isChanged) throw await staleRefusal(server, asker, "current_password");
}

/**
 * Removes the account with all its records.
 * @throws InvalidFields, UserGone, Refusal throttled
 */
export async function removeAccount(
  server: ServerContext,
  asker: Asker,
  { password }: AccountRemoval,
): Promise<void> {
  if (!(await isPasswordOf(asker, password, server))) {
    throw new InvalidFields({ password: wrongPassword });
  }
  const { id, passwordHash } = asker.user;
  if (!(await server.store.users.remove(id, passwordHash))) {
    throw await staleRefusal(server, asker, "password");
  }
}
