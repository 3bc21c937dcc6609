import {
  type FieldErrors,
  InvalidFields,
  maxUsernameCharacters,
  readFields,
  type Registration,
  registration,
} from "@outlay/shared";
import { passwordFaults } from "../../domain/password-policy.ts";
import { forbidden } from "../../domain/refusal.ts";
import type { ServerContext } from "../../server-context.ts";
import { UsernameTaken } from "../../store/store-errors.ts";

/** The address under which all clients on this machine wait in one queue. */
const ownMachine = "127.0.0.1";

const usernameTaken = ["A user with that username already exists."];

/**
 * Returns the user name as sent, if it is text. A password is compared with it even if the name itself is invalid, unless
 * the name is so long that the comparison would be slow.
 */
function sentUsername(body: unknown): string | undefined {
  const { username } = body as { username?: unknown };
  const isText = typeof username === "string" && username.length <= 2 * maxUsernameCharacters;
  return isText ? username : undefined;
}

/** The valid fields of a registration, and the errors of the others. */
interface ReadRegistration {
  values: Partial<Registration>;
  errors: FieldErrors;
  sentUsername: string | undefined;
}

/**
 * Reads a registration. Its errors are reported later, together with those that depend on the store and on the list of
 * common passwords.
 * @throws InvalidFields if the body isn't an object
 */
export const readRegistration = (body: unknown): ReadRegistration => ({
  ...readFields(registration, body),
  sentUsername: sentUsername(body),
});

/**
 * Creates an account. All errors of name and password are reported at once.
 * @param address the client's address, or null for a user of this machine who creates accounts for others
 * @throws InvalidFields, Refusal registration_closed, throttled
 */
export async function register(
  { store, passwords, isCommonPassword, isRegistrationOpen, throttle }: ServerContext,
  { values, errors: fieldErrors, sentUsername: sent }: ReadRegistration,
  address: string | null,
): Promise<{ username: string }> {
  if (!isRegistrationOpen) {
    throw forbidden("registration_closed", "Registration is closed on this server.");
  }
  if (address !== null) await throttle.register(address);
  const errors = { ...fieldErrors };
  // Like the recorded application, treats different Unicode spellings of a name as one name (NFKC).
  const username = values.username?.normalize("NFKC");
  if (username !== undefined && (await store.users.findByName(username))) {
    errors["username"] = usernameTaken;
  }
  const { password } = values;
  if (password !== undefined) {
    const isCommon = await isCommonPassword(password);
    const faults = passwordFaults(password, sent, isCommon);
    if (faults.length > 0) errors["password"] = faults;
  }
  if (username === undefined || password === undefined || Object.keys(errors).length > 0) {
    throw new InvalidFields(errors);
  }
  try {
    const hash = await throttle.inTurn(address ?? ownMachine, () => passwords.hash(password));
    const user = await store.users.create(username, hash);
    return { username: user.username };
  } catch (error) {
    if (error instanceof UsernameTaken) throw new InvalidFields({ username: usernameTaken });
    throw error;
  }
}
