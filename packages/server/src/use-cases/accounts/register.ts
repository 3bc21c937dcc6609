import { InvalidFields, maxUsernameCharacters, readFields, registration } from "@outlay/shared";
import { passwordFaults } from "../../domain/password-policy.ts";
import { Refusal } from "../../domain/refusal.ts";
import type { ServerContext } from "../../server-context.ts";
import { UsernameTaken } from "../../store/store-errors.ts";

/** All clients on this machine wait in one queue. */
const ownMachine = "127.0.0.1";

const usernameTaken = ["A user with that username already exists."];

/**
 * The user name as sent, if it is text: a password is judged against it even if the name itself is
 * refused, except for its length, which would make the judgement slow, too.
 */
function sentUsername(body: unknown): string | undefined {
  const { username } = body as { username?: unknown };
  const isText = typeof username === "string" && username.length <= 2 * maxUsernameCharacters;
  return isText ? username : undefined;
}

/**
 * Creates an account. All faults of name and password are reported at once.
 * @param address the client's address; null for somebody on this machine who creates accounts for
 * others
 * @throws InvalidFields, Refusal registration_closed, throttled
 */
export async function register(
  { store, passwords, isCommonPassword, isRegistrationOpen, throttle }: ServerContext,
  body: unknown,
  address: string | null,
): Promise<{ username: string }> {
  if (!isRegistrationOpen) {
    throw new Refusal("registration_closed", { detail: "Registration is closed on this server." });
  }
  if (address !== null) await throttle.register(address);
  const { values, errors } = readFields(registration, body);
  // Different spellings of one name are one name (NFKC), as in the recorded application.
  const username = values.username?.normalize("NFKC");
  if (username !== undefined && (await store.users.findByName(username))) {
    errors["username"] = usernameTaken;
  }
  const { password } = values;
  if (password !== undefined) {
    const isCommon = await isCommonPassword(password);
    const faults = passwordFaults(password, sentUsername(body), isCommon);
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
