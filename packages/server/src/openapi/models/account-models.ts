import {
  accessToken,
  accountRemoval,
  apiKey,
  apiKeyInput,
  createdApiKey,
  login,
  me,
  meChanges,
  passwordChange,
  refreshInput,
  registered,
  registration,
  tokenPair,
  verifyInput,
} from "@outlay/shared";
import { model } from "../model.ts";

const username = "The user name, which is used to log in.";
const jwt = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.…";

const newPassword =
  "At least 8 characters. Passwords that consist only of digits, are commonly used or resemble the user name are rejected.";

const keyFields = {
  name: "A description of the key's purpose. Several keys may share a name.",
  scope:
    "The rights of the key. `read` permits reading everything, `import` only recording imports, and `full` everything except managing keys, changing the password and removing the account.",
  expires_at: "The time at which the key expires, or null if it never does.",
};

const listedKeyFields = {
  ...keyFields,
  id: "The id of the key.",
  created_at: "The time at which the key was created.",
  last_used_at:
    "The time of the last use, accurate to five minutes, or null if the key was never used.",
};

const keyExample = {
  id: 3,
  name: "cron on the NAS",
  scope: "import",
  expires_at: null,
  created_at: "2026-11-22T10:00:00.000Z",
  last_used_at: "2026-11-23T04:00:02.117Z",
};

const homeCurrency =
  "The code of the home currency, in which amounts without a currency are, or null while it is not set.";

export const accountModels = {
  Registration: model(registration, {
    description: "The data for a new account.",
    fields: {
      username:
        "Letters and digits of any script, and the characters `@`, `.`, `+`, `-` and `_`. User names are case-sensitive. Names that are equal in Unicode normalization form NFKC are the same name.",
      password: newPassword,
    },
    example: { username: "ada", password: "correct-Horse-77-battery" },
  }),
  Registered: model(registered, {
    description: "The account that was created.",
    fields: { username },
    example: { username: "ada" },
  }),
  Login: model(login, {
    description: "The user name and password of an account.",
    fields: { username, password: "The account's password." },
    example: { username: "ada", password: "correct-Horse-77-battery" },
  }),
  TokenPair: model(tokenPair, {
    description: "The tokens of a session.",
    fields: {
      refresh:
        "A token for requesting new access tokens, valid for 24 hours. Don't send it with other requests.",
      access:
        "The token to send with every request as `Authorization: Bearer …`, valid for 60 minutes.",
    },
    example: { refresh: jwt, access: jwt },
  }),
  RefreshToken: model(refreshInput, {
    description: "A refresh token.",
    fields: { refresh: "The refresh token from the login." },
    example: { refresh: jwt },
  }),
  AccessToken: model(accessToken, {
    description: "A new access token.",
    fields: { access: "The new access token, valid for 60 minutes." },
    example: { access: jwt },
  }),
  AnyToken: model(verifyInput, {
    description: "A token of any type.",
    fields: { token: "An access or a refresh token." },
    example: { token: jwt },
  }),
  Account: model(me, {
    description: "An account.",
    fields: {
      id: "The id of the account.",
      username,
      created_at: "The time at which the account was created.",
      home_currency: homeCurrency,
    },
    example: {
      id: 1,
      username: "ada",
      created_at: "2026-11-22T10:00:00.000Z",
      home_currency: "EUR",
    },
  }),
  AccountChanges: model(meChanges, {
    description: "The settings of an account to change.",
    fields: {
      home_currency: `${homeCurrency} It can't have rates. One that is set can be changed only while there are no expenses, budgets or rates, those in the trash included.`,
    },
    example: { home_currency: "EUR" },
  }),
  PasswordChange: model(passwordChange, {
    description: "The current and the new password.",
    fields: { current_password: "The current password.", new_password: newPassword },
    example: { current_password: "correct-Horse-77-battery", new_password: "quiet-River-12-lamp" },
  }),
  AccountRemoval: model(accountRemoval, {
    description: "The password, which is required to prevent accidental removal.",
    fields: { password: "The account's password." },
    example: { password: "correct-Horse-77-battery" },
  }),
  NewApiKey: model(apiKeyInput, {
    description: "The data for a new API key.",
    fields: { ...keyFields, expires_at: `${keyFields.expires_at} It must be in the future.` },
    example: { name: "cron on the NAS", scope: "import" },
  }),
  ApiKey: model(apiKey, {
    description: "An API key that is not revoked. Its secret is never shown again.",
    fields: listedKeyFields,
    example: keyExample,
  }),
  CreatedApiKey: model(createdApiKey, {
    description: "A new API key with its secret. No other response includes the secret.",
    fields: {
      ...listedKeyFields,
      secret:
        "The secret to send as `Authorization: Bearer olk_…`. Store it now; it can't be retrieved later.",
    },
    example: {
      ...keyExample,
      last_used_at: null,
      secret: "olk_3pnzGk0v1T0mBq9xW7cYyN2rLdE5sHfUaJ8iKoQ4tXM",
    },
  }),
};
