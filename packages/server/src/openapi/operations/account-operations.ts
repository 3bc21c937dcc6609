import type { OperationDoc } from "../operation-doc.ts";

const tag = "Accounts";

export const accountOperations: Readonly<Record<string, OperationDoc>> = {
  "POST /register/": {
    operationId: "register",
    tag,
    summary: "Create an account",
    description: "You can then log in with `POST /api/token/`.",
    answers: { 201: { description: "The account was created." } },
    refusals: ["RegistrationClosed", "Throttled", "StorageFull"],
  },
  "POST /api/token/": {
    operationId: "logIn",
    tag,
    summary: "Log in",
    description:
      "Returns an access token, which is sent with every request as `Authorization: Bearer …`, and a refresh token, with which new access tokens are requested.",
    answers: { 200: { description: "The tokens of a new session." } },
    refusals: ["Throttled"],
  },
  "POST /api/token/refresh/": {
    operationId: "refreshAccess",
    tag,
    summary: "Request a new access token",
    description: "The refresh token is not replaced and stays valid.",
    answers: { 200: { description: "A new access token." } },
  },
  "POST /api/token/verify/": {
    operationId: "verifyToken",
    tag,
    summary: "Verify a token",
    description:
      "Checks the signature and the expiry of a token, but not whether a refresh token was revoked.",
    answers: { 200: { description: "The token was issued by this server and has not expired." } },
  },
  "POST /api/token/blacklist/": {
    operationId: "logOut",
    tag,
    summary: "Log out",
    description: "Revokes a refresh token before it expires.",
    answers: { 200: { description: "The token is revoked." } },
    refusals: ["StorageFull"],
  },
  "GET /me/": {
    operationId: "getAccount",
    tag,
    summary: "Get your account",
    answers: { 200: { description: "Your account." } },
  },
  "PATCH /me/": {
    operationId: "changeAccount",
    tag,
    summary: "Change settings of your account",
    description:
      "Setting the home currency takes its code off all expenses that name it, those in the trash included.",
    answers: { 200: { description: "Your account after the change." } },
    refusals: ["StorageFull"],
  },
  "DELETE /me/": {
    operationId: "removeAccount",
    tag,
    summary: "Remove your account",
    description: "Removes the account and all its records permanently.",
    answers: { 204: { description: "The account was removed." } },
    refusals: ["Throttled", "StorageFull"],
  },
  "PUT /me/password/": {
    operationId: "changePassword",
    tag,
    summary: "Change your password",
    description: "Revokes all refresh tokens that were issued before. API keys stay valid.",
    answers: { 204: { description: "The password was changed." } },
    refusals: ["Throttled", "StorageFull"],
  },
  "GET /api/keys/": {
    operationId: "listApiKeys",
    tag: "API keys",
    summary: "List your API keys",
    description: "Returns the keys that are not revoked, ordered by id.",
    answers: { 200: { description: "Your API keys." } },
  },
  "POST /api/keys/": {
    operationId: "createApiKey",
    tag: "API keys",
    summary: "Create an API key",
    answers: { 201: { description: "The new key with its secret." } },
    refusals: ["StorageFull"],
  },
  "DELETE /api/keys/:id/": {
    operationId: "revokeApiKey",
    tag: "API keys",
    summary: "Revoke an API key",
    description:
      "Revokes the key permanently. Requests with it are then rejected with the code `key_revoked`.",
    answers: { 204: { description: "The API key was revoked." } },
    refusals: ["StorageFull"],
  },
};
