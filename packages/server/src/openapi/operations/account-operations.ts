import type { OperationDoc } from "../operation-doc.ts";

const tag = "Accounts";
const nothing = { description: "Done." };

export const accountOperations: Readonly<Record<string, OperationDoc>> = {
  "POST /register/": {
    operationId: "register",
    tag,
    summary: "Make an account",
    description: "The first thing to do on a server. Then log in with `POST /api/token/`.",
    answers: { 201: { description: "The account is there." } },
    refusals: ["RegistrationClosed", "Throttled", "StorageFull"],
  },
  "POST /api/token/": {
    operationId: "logIn",
    tag,
    summary: "Log in",
    description:
      "Gives an access token, which goes with every request as `Authorization: Bearer …`, and a refresh token, which gets the next one.",
    answers: { 200: { description: "The tokens of a new session." } },
    refusals: ["Throttled"],
  },
  "POST /api/token/refresh/": {
    operationId: "refreshAccess",
    tag,
    summary: "Get a new access token",
    description: "The refresh token stays as it is.",
    answers: { 200: { description: "A new access token." } },
  },
  "POST /api/token/verify/": {
    operationId: "verifyToken",
    tag,
    summary: "Ask whether a token is good",
    description: "It isn't looked whether a refresh token was ended before its time.",
    answers: { 200: { description: "It is this server's and not over." } },
  },
  "POST /api/token/blacklist/": {
    operationId: "logOut",
    tag,
    summary: "Log out",
    description: "Ends a refresh token before its time.",
    answers: { 200: { description: "The token is dead from now on." } },
    refusals: ["StorageFull"],
  },
  "GET /me/": {
    operationId: "getAccount",
    tag,
    summary: "See who you are",
    answers: { 200: { description: "Your account." } },
  },
  "DELETE /me/": {
    operationId: "removeAccount",
    tag,
    summary: "Remove your account",
    description: "With all its records, for good.",
    answers: { 204: nothing },
    refusals: ["Throttled", "StorageFull"],
  },
  "PUT /me/password/": {
    operationId: "changePassword",
    tag,
    summary: "Change your password",
    description: "Every refresh token that was issued before is dead. API keys stay.",
    answers: { 204: nothing },
    refusals: ["Throttled", "StorageFull"],
  },
  "GET /api/keys/": {
    operationId: "listApiKeys",
    tag: "API keys",
    summary: "List your keys",
    description: "By number, without those that are revoked.",
    answers: { 200: { description: "Your keys." } },
  },
  "POST /api/keys/": {
    operationId: "createApiKey",
    tag: "API keys",
    summary: "Make a key",
    answers: { 201: { description: "The key with its secret." } },
    refusals: ["StorageFull"],
  },
  "DELETE /api/keys/:id/": {
    operationId: "revokeApiKey",
    tag: "API keys",
    summary: "Revoke a key",
    description: "For good: whoever comes with it from now on is told that it was revoked.",
    answers: { 204: nothing },
    refusals: ["StorageFull"],
  },
};
