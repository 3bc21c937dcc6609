import {
  accountPaths as paths,
  accountRemoval,
  login,
  passwordChange,
  refreshInput,
  registration,
  verifyInput,
} from "@outlay/shared";
import { answer } from "../middleware/answer.ts";
import type { ServerContext } from "../server-context.ts";
import { logIn } from "../use-cases/accounts/log-in.ts";
import {
  changePassword,
  describeAccount,
  removeAccount,
} from "../use-cases/accounts/own-account.ts";
import {
  blacklistRefreshToken,
  refreshAccess,
  verifyToken,
} from "../use-cases/accounts/refresh-tokens.ts";
import { register } from "../use-cases/accounts/register.ts";
import { needs, openRoute, type Route, takes, tokenRoute, userRoute } from "./route.ts";

/** Accounts and tokens (contract 1.1). */
export const accountRoutes = (server: ServerContext): Route[] => [
  openRoute(paths.register, {
    POST: takes({ input: registration }, async ({ ctx, body }) => {
      const account = await register(server, await body(), server.isLocal(ctx.req) ? null : ctx.ip);
      ctx.status = 201;
      answer(ctx, account);
    }),
  }),
  tokenRoute(paths.token, {
    POST: takes({ input: login }, async ({ ctx, body }) => {
      answer(ctx, await logIn(server, await body(), ctx.ip));
    }),
  }),
  tokenRoute(paths.refresh, {
    POST: takes({ input: refreshInput }, async ({ ctx, body }) => {
      answer(ctx, await refreshAccess(server, await body()));
    }),
  }),
  tokenRoute(paths.verify, {
    POST: takes({ input: verifyInput }, async ({ ctx, body }) => {
      verifyToken(server, await body());
      answer(ctx, {});
    }),
  }),
  tokenRoute(paths.blacklist, {
    POST: takes({ input: refreshInput }, async ({ ctx, body }) => {
      await blacklistRefreshToken(server, await body());
      answer(ctx, {});
    }),
  }),
  userRoute(paths.me, {
    GET: needs("read", {}, async ({ ctx, user }) => {
      answer(ctx, describeAccount(user));
    }),
    DELETE: needs("login", { input: accountRemoval }, async ({ ctx, user, body }) => {
      await removeAccount(server, { user, address: ctx.ip }, await body());
      ctx.status = 204;
    }),
  }),
  userRoute(paths.password, {
    PUT: needs("login", { input: passwordChange }, async ({ ctx, user, body }) => {
      await changePassword(server, { user, address: ctx.ip }, await body());
      ctx.status = 204;
    }),
  }),
];
