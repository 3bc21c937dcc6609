import {
  accessToken,
  accountPaths as paths,
  accountRemoval,
  login,
  me,
  meChanges,
  noFields,
  passwordChange,
  refreshInput,
  registered,
  registration,
  tokenPair,
  verifyInput,
} from "@outlay/shared";
import type { ServerContext } from "../server-context.ts";
import { logIn } from "../use-cases/accounts/log-in.ts";
import {
  changeAccount,
  changePassword,
  describeAccount,
  removeAccount,
} from "../use-cases/accounts/own-account.ts";
import {
  blacklistRefreshToken,
  refreshAccess,
  verifyToken,
} from "../use-cases/accounts/refresh-tokens.ts";
import { readRegistration, register } from "../use-cases/accounts/register.ts";
import { created, done, json, nothing, ok } from "./routing/answers.ts";
import { needs, openRoute, type Route, takes, tokenRoute, userRoute } from "./routing/route.ts";

/** Routes for accounts and tokens. */
export const accountRoutes = (server: ServerContext): Route[] => [
  openRoute(paths.register, {
    POST: takes(
      { input: registration, read: readRegistration, answers: { 201: json(registered) } },
      async ({ ctx, body }) => {
        const address = server.isLocal(ctx.req) ? null : ctx.ip;
        return created(await register(server, await body(), address));
      },
    ),
  }),
  tokenRoute(paths.token, {
    POST: takes({ input: login, answers: { 200: json(tokenPair) } }, async ({ ctx, body }) =>
      ok(await logIn(server, await body(), ctx.ip)),
    ),
  }),
  tokenRoute(paths.refresh, {
    POST: takes({ input: refreshInput, answers: { 200: json(accessToken) } }, async ({ body }) =>
      ok(await refreshAccess(server, await body())),
    ),
  }),
  tokenRoute(paths.verify, {
    POST: takes({ input: verifyInput, answers: { 200: json(noFields) } }, async ({ body }) => {
      verifyToken(server, await body());
      return ok({});
    }),
  }),
  tokenRoute(paths.blacklist, {
    POST: takes({ input: refreshInput, answers: { 200: json(noFields) } }, async ({ body }) => {
      await blacklistRefreshToken(server, await body());
      return ok({});
    }),
  }),
  userRoute(paths.me, {
    GET: needs("read", { answers: { 200: json(me) } }, async ({ user }) =>
      ok(describeAccount(user)),
    ),
    PATCH: needs("full", { input: meChanges, answers: { 200: json(me) } }, async ({ user, body }) =>
      ok(describeAccount(await changeAccount(server, user, await body()))),
    ),
    DELETE: needs(
      "login",
      { input: accountRemoval, answers: { 204: nothing } },
      async ({ ctx, user, body }) => {
        await removeAccount(server, { user, address: ctx.ip }, await body());
        return done;
      },
    ),
  }),
  userRoute(paths.password, {
    PUT: needs(
      "login",
      { input: passwordChange, answers: { 204: nothing } },
      async ({ ctx, user, body }) => {
        await changePassword(server, { user, address: ctx.ip }, await body());
        return done;
      },
    ),
  }),
];
