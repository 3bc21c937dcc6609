import * as v from "valibot";
import {
  atMostCharacters,
  currencyCode,
  shortText,
  text,
  wireId,
  wireInstant,
  withoutLoneSurrogates,
  withoutNullCharacters,
} from "./fields.ts";

export const accountPaths = {
  register: "/register/",
  me: "/me/",
  password: "/me/password/",
  token: "/api/token/",
  refresh: "/api/token/refresh/",
  verify: "/api/token/verify/",
  blacklist: "/api/token/blacklist/",
} as const;

/** The header of answers to a user's requests that names the home currency, once it is set. */
export const homeCurrencyHeader = "Outlay-Home-Currency";

export const maxUsernameCharacters = 150;
export const maxPasswordCharacters = 128;

// Letters and digits of any script: Python's `\w` without the marks.
const usernamePattern = /^[\p{L}\p{N}_@.+-]*$/u;

const newUsername = () =>
  v.pipe(
    text({ maxLength: maxUsernameCharacters, pattern: usernamePattern.source }),
    v.check(
      (value) => usernamePattern.test(value),
      "Enter a valid username. This value may contain only letters, numbers, and @/./+/-/_ characters.",
    ),
    atMostCharacters(maxUsernameCharacters),
    withoutNullCharacters(),
    withoutLoneSurrogates(),
  );

const newPassword = () => shortText(maxPasswordCharacters);

/** A credential to check, which needn't meet the rules for new ones. */
const attempt = () => v.pipe(text(), withoutNullCharacters(), withoutLoneSurrogates());

export const registration = v.object({ username: newUsername(), password: newPassword() });
export const login = v.object({ username: attempt(), password: attempt() });
export const refreshInput = v.object({ refresh: attempt() });
export const verifyInput = v.object({ token: attempt() });
export const passwordChange = v.object({
  current_password: attempt(),
  new_password: newPassword(),
});
export const accountRemoval = v.object({ password: attempt() });

export type Registration = v.InferOutput<typeof registration>;
export type Login = v.InferOutput<typeof login>;
export type RefreshInput = v.InferOutput<typeof refreshInput>;
export type VerifyInput = v.InferOutput<typeof verifyInput>;
export type PasswordChange = v.InferOutput<typeof passwordChange>;
export type AccountRemoval = v.InferOutput<typeof accountRemoval>;

/** The answer to `POST /register/`. */
export const registered = v.object({ username: v.string() });
export const tokenPair = v.object({ refresh: v.string(), access: v.string() });
export const accessToken = v.object({ access: v.string() });
export const me = v.object({
  id: wireId(),
  username: v.string(),
  created_at: wireInstant(),
  /** The code of the currency in which amounts without one are; null while it is unset. */
  home_currency: v.nullable(v.string()),
});
/** The body of `PATCH /me/`, which names only the fields to change. */
export const meChanges = v.object({ home_currency: v.optional(v.nullable(currencyCode())) });
/** The answer to a request that succeeds and has nothing to return. */
export const noFields = v.object({});
export type TokenPair = v.InferOutput<typeof tokenPair>;
export type Me = v.InferOutput<typeof me>;
export type MeChanges = v.InferOutput<typeof meChanges>;
