import {
  accountRemoval,
  InvalidFields,
  type Me,
  parseFields,
  passwordChange,
} from "@outlay/shared";
import { passwordFaults } from "../../domain/password-policy.ts";
import type { ServerContext } from "../../server-context.ts";
import type { UserRecord } from "../../store/users.ts";
import { UserGone } from "../../store/store-errors.ts";

export const describeAccount = ({ id, username, createdAt }: UserRecord): Me => ({
  id,
  username,
  created_at: createdAt,
});

const wrongPassword = ["The password is wrong."];
const changedMeanwhile = ["The password was changed meanwhile."];

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

/** Of several requests at once that name the same present password, only one finds it still the present one. */
async function staleRefusal(
  { store }: ServerContext,
  { user }: Asker,
  field: string,
): Promise<Error> {
  const isThere = await store.users.findById(user.id);
  return isThere ? new InvalidFields({ [field]: changedMeanwhile }) : new UserGone();
}

/**
 * Every refresh token that was issued before is dead from then on. Nothing is changed where the password is another by
 * then than the one that was compared.
 * @throws InvalidFields, UserGone, Refusal throttled
 */
export async function changePassword(
  server: ServerContext,
  asker: Asker,
  body: unknown,
): Promise<void> {
  const { current_password: current, new_password: next } = parseFields(passwordChange, body);
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
 * The account is gone with all its records.
 * @throws InvalidFields, UserGone, Refusal throttled
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
  const { id, passwordHash } = asker.user;
  if (!(await server.store.users.remove(id, passwordHash))) {
    throw await staleRefusal(server, asker, "password");
  }
}
