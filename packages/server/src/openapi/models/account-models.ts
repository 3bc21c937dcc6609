import {
  accessToken,
  accountRemoval,
  apiKey,
  apiKeyInput,
  createdApiKey,
  login,
  me,
  passwordChange,
  refreshInput,
  registered,
  registration,
  tokenPair,
  verifyInput,
} from "@outlay/shared";
import { model } from "../model.ts";

const username = "The name to log in with.";
const jwt = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.…";

const newPassword =
  "At least 8 characters, not digits alone, not one of the passwords that everybody tries, and not too similar to the user name.";

const keyFields = {
  name: "What the key is for, so that you know it in the list. Several keys may have the same.",
  scope:
    "What the key may do. `read`: look at everything. `import`: only record imports. `full`: everything but keys, password and account.",
  expires_at: "When the key ends by itself; null for never.",
};

const listedKeyFields = {
  ...keyFields,
  id: "The key's number.",
  created_at: "When it was made.",
  last_used_at: "When it was last let in, to within five minutes; null if never.",
};

const keyExample = {
  id: 3,
  name: "cron on the NAS",
  scope: "import",
  expires_at: null,
  created_at: "2026-11-22T10:00:00.000Z",
  last_used_at: "2026-11-23T04:00:02.117Z",
};

export const accountModels = {
  Registration: model(registration, {
    description: "A new account.",
    fields: {
      username:
        "Letters and digits of any script, and `@`, `.`, `+`, `-`, `_`. Case counts; look-alikes of one name are one name (Unicode NFKC).",
      password: newPassword,
    },
    example: { username: "ada", password: "correct-Horse-77-battery" },
  }),
  Registered: model(registered, {
    description: "The account that was made.",
    fields: { username },
    example: { username: "ada" },
  }),
  Login: model(login, {
    description: "Name and password of an account.",
    fields: { username, password: "The account's password." },
    example: { username: "ada", password: "correct-Horse-77-battery" },
  }),
  TokenPair: model(tokenPair, {
    description: "The tokens of a session.",
    fields: {
      refresh: "Gets new access tokens, for 24 hours. It is sent to no other operation.",
      access: "Goes with every request, for 60 minutes: `Authorization: Bearer …`.",
    },
    example: { refresh: jwt, access: jwt },
  }),
  RefreshToken: model(refreshInput, {
    description: "A refresh token.",
    fields: { refresh: "The refresh token that the login gave." },
    example: { refresh: jwt },
  }),
  AccessToken: model(accessToken, {
    description: "A new access token.",
    fields: { access: "For another 60 minutes." },
    example: { access: jwt },
  }),
  AnyToken: model(verifyInput, {
    description: "A token of either type.",
    fields: { token: "An access or a refresh token." },
    example: { token: jwt },
  }),
  Account: model(me, {
    description: "An account.",
    fields: { id: "The account's number.", username, created_at: "When it was made." },
    example: { id: 1, username: "ada", created_at: "2026-11-22T10:00:00.000Z" },
  }),
  PasswordChange: model(passwordChange, {
    description: "A new password.",
    fields: { current_password: "The one that is good now.", new_password: newPassword },
    example: { current_password: "correct-Horse-77-battery", new_password: "quiet-River-12-lamp" },
  }),
  AccountRemoval: model(accountRemoval, {
    description: "The password once more, so that nobody removes an account by accident.",
    fields: { password: "The account's password." },
    example: { password: "correct-Horse-77-battery" },
  }),
  NewApiKey: model(apiKeyInput, {
    description: "A key to make.",
    fields: { ...keyFields, expires_at: `${keyFields.expires_at} It has to be in the future.` },
    example: { name: "cron on the NAS", scope: "import" },
  }),
  ApiKey: model(apiKey, {
    description: "A key that is not revoked. Its secret is never shown again.",
    fields: listedKeyFields,
    example: keyExample,
  }),
  CreatedApiKey: model(createdApiKey, {
    description: "A key that was just made, with its secret: the only answer that has it.",
    fields: {
      ...listedKeyFields,
      secret: "What the script sends as `Authorization: Bearer olk_…`. Keep it now.",
    },
    example: {
      ...keyExample,
      last_used_at: null,
      secret: "olk_3pnzGk0v1T0mBq9xW7cYyN2rLdE5sHfUaJ8iKoQ4tXM",
    },
  }),
};
