import type { Router } from "@koa/router";
import {
  accountPaths as paths,
  accountRemoval,
  login,
  passwordChange,
  refreshInput,
  registration,
  verifyInput,
} from "@outlay/shared";
import { answer } from "../answer.ts";
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
import { addOpenView, addUserView, needs, type Call } from "./view.ts";

/** Accounts and tokens (contract 1.1). */
export function addAccountRoutes(router: Router, server: ServerContext): void {
  const post = (path: string, handler: (call: Call) => Promise<void>) =>
    addOpenView({ router, server, path, handlers: { POST: handler } });

  post(paths.register, async ({ ctx, body }) => {
    const account = await register(server, await body(registration));
    ctx.status = 201;
    answer(ctx, account);
  });
  post(paths.token, async ({ ctx, body }) => {
    answer(ctx, await logIn(server, await body(login)));
  });
  post(paths.refresh, async ({ ctx, body }) => {
    answer(ctx, await refreshAccess(server, await body(refreshInput)));
  });
  post(paths.verify, async ({ ctx, body }) => {
    verifyToken(server, await body(verifyInput));
    answer(ctx, {});
  });
  post(paths.blacklist, async ({ ctx, body }) => {
    await blacklistRefreshToken(server, await body(refreshInput));
    answer(ctx, {});
  });

  addUserView({
    router,
    server,
    path: paths.me,
    handlers: {
      GET: needs("read", async ({ ctx, user }) => {
        answer(ctx, describeAccount(user));
      }),
      DELETE: needs("login", async ({ ctx, user, body }) => {
        await removeAccount(server, user, await body(accountRemoval));
        ctx.status = 204;
      }),
    },
  });
  addUserView({
    router,
    server,
    path: paths.password,
    handlers: {
      PUT: needs("login", async ({ ctx, user, body }) => {
        await changePassword(server, user, await body(passwordChange));
        ctx.status = 204;
      }),
    },
  });
}
