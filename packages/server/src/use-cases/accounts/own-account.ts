import {
  type AccountRemoval,
  InvalidFields,
  type Me,
  type MeChanges,
  type PasswordChange,
} from "@outlay/shared";
import { passwordFaults } from "../../domain/password-policy.ts";
import type { HomeRefusal } from "../../domain/currencies/home-currency.ts";
import type { ServerContext } from "../../server-context.ts";
import type { UserRecord } from "../../domain/user.ts";
import { UserGone } from "../../store/store-errors.ts";

export const describeAccount = ({ id, username, createdAt, homeCurrency }: UserRecord): Me => ({
  id,
  username,
  created_at: createdAt,
  home_currency: homeCurrency ?? null,
});

const homeRefusals = {
  has_rates: (code) =>
    `There are rates for ${code}, so it isn't the currency of your amounts. Remove them first.`,
  in_use: () =>
    "Your amounts are in the present home currency. It can be changed only while there are no expenses, budgets or rates, those in the trash included.",
  in_files: (code) =>
    `Amounts of an import are in another currency than ${code}, and were recorded without one. Revert that import, set the home currency, and import the file again.`,
} as const satisfies Record<HomeRefusal, (code: string) => string>;

/**
 * Changes the settings of an account.
 * @throws InvalidFields, UserGone
 */
export async function changeAccount(
  { store }: Pick<ServerContext, "store">,
  user: UserRecord,
  { home_currency: code }: MeChanges,
): Promise<UserRecord> {
  if (code === undefined) return user;
  const changed = await store.users.setHomeCurrency(user.id, code);
  if (changed === undefined) throw new UserGone();
  if (typeof changed !== "string") return changed;
  throw new InvalidFields({ home_currency: [homeRefusals[changed](code ?? "")] });
}

const wrongPassword = ["The password is wrong."];
const changedMeanwhile = ["The password was changed meanwhile."];

/** The user who sends the request, and the client's address. */
export interface Asker {
  user: UserRecord;
  address: string;
}

/**
 * Counts a wrong password as a failed login, so that a stolen token can't be used to guess the password.
 */
const isPasswordOf = (
  { user, address }: Asker,
  password: string,
  { passwords, throttle }: ServerContext,
): Promise<boolean> =>
  throttle.attempt({ username: user.username, address }, () =>
    passwords.matches(password, user.passwordHash),
  );

/** Returns the error for a password that changed during the request. Of several requests at once, only one succeeds. */
async function staleRefusal(
  { store }: ServerContext,
  { user }: Asker,
  field: string,
): Promise<Error> {
  const isThere = await store.users.findById(user.id);
  return isThere ? new InvalidFields({ [field]: changedMeanwhile }) : new UserGone();
}

/**
 * Changes the password, which invalidates every refresh token issued before. Nothing changes if another request has
 * changed the password since it was compared.
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
