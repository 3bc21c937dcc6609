/**
 * The application in this process, without a socket but with all the routes of a listening server,
 * over the data of two users: ada has a record of each kind, both active and in the trash, and eve
 * has none.
 */
import { apiKeyScopes, type ApiKeyScope } from "@outlay/shared";
import inject from "light-my-request";
import { createApp, routesOf } from "../create-app.ts";
import { boundless } from "../middleware/bodies.ts";
import { isLocal } from "../middleware/is-local.ts";
import { operatorRoutes } from "../operating/operator-routes.ts";
import type { Passwords } from "../security/passwords.ts";
import { apiKeyHash } from "../security/api-key-secrets.ts";
import { isCommonPassword } from "../security/common-passwords.ts";
import { unthrottled } from "../security/throttle.ts";
import { jwtTokens } from "../security/tokens.ts";
import { subjectOf } from "../use-cases/accounts/token-subject.ts";
import type { ServerContext } from "../server-context.ts";
import { openJsonStore } from "../store/json/json-store.ts";
import { newFolder } from "@outlay/testing";
import { contentOf, food, fromBank, lunch } from "./test-store.ts";
import { unsyncedDisk } from "./unsynced-disk.ts";

const now = new Date("2026-11-22T10:00:00.000Z");
const clock = () => now;
const hourMs = 60 * 60 * 1000;

/** Behaves like bcrypt, without its cost. */
const plainPasswords: Passwords = {
  hash: async (password) => `plain:${password}`,
  matches: async (password, hash) => hash === `plain:${password}`,
};

export const password = "correct-Horse-77-battery";

/** The ids of ada's records, by kind. */
export const ids = {
  expense: 1,
  removedExpense: 2,
  imported: 3,
  budget: 1,
  removedBudget: 2,
  batch: 1,
  change: 1,
  category: "RENT",
  rate: "USD/2026-11-22",
  /** A key that nobody uses. */
  spareKey: 1,
} as const;

async function fill({ store }: ServerContext) {
  const ada = await store.users.create("ada", await plainPasswords.hash(password));
  const eve = await store.users.create("eve", await plainPasswords.hash(password));
  await store.expenses.create(ada.id, lunch);
  await store.expenses.create(ada.id, lunch);
  await store.expenses.remove(ada.id, ids.removedExpense);
  await store.budgets.create(ada.id, food);
  await store.budgets.create(ada.id, food);
  await store.budgets.remove(ada.id, ids.removedBudget);
  const rent = { key: ids.category, name: "Rent", parent: null, isArchived: false };
  await store.categories.put(ada.id, () => rent);
  await store.rates.put(ada.id, [{ currency: "USD", day: "2026-11-22", rate: "0.92" }]);
  await store.imports.add(ada.id, { source: "bank.csv", externalId: null }, fromBank("bank-1"));
  const noted = { ...lunch, externalId: "bank-1", note: "checked" };
  await store.changes.change(ada.id, { ids: [ids.imported] }, () => noted);
  return { ada, eve };
}

/** Keys of ada's: one of each scope, and two that are no longer valid. */
async function addKeys({ store }: ServerContext, userId: number) {
  const add = async (name: string, scope: ApiKeyScope, expiresAt: string | null = null) => {
    const secret = `olk_${name}`;
    const fields = { name, scope, expiresAt, secretHash: apiKeyHash(secret) };
    return { secret, id: (await store.apiKeys.create(userId, fields)).id };
  };
  await add("spare", "full");
  const scoped: Partial<Record<ApiKeyScope, string>> = {};
  for (const scope of apiKeyScopes) scoped[scope] = (await add(scope, scope)).secret;
  const revoked = await add("revoked", "full");
  await store.apiKeys.revoke(userId, revoked.id);
  const expired = await add("expired", "full", new Date(now.getTime() - hourMs).toISOString());
  return {
    ...(scoped as Record<ApiKeyScope, string>),
    revoked: revoked.secret,
    expired: expired.secret,
  };
}

export interface Asked {
  method: string;
  path: string;
  token?: string | undefined;
  headers?: Record<string, string>;
  body?: string | Buffer | undefined;
}

const secret = "0123456789".repeat(4);

/** A context over an empty folder. */
async function openContext(folder: string): Promise<ServerContext> {
  const store = await openJsonStore(
    {
      folder,
      label: "test",
      patienceMs: 10_000,
      clock,
      report: () => undefined,
      fs: unsyncedDisk,
      // A fold beside requests would change files that none of them affects.
      foldLimits: { minJournalBytes: Infinity, smallDataBytes: 0 },
    },
    { own: true },
  );
  return {
    store,
    passwords: plainPasswords,
    tokens: jwtTokens(secret, clock),
    keyUses: { note: () => undefined },
    isCommonPassword,
    isRegistrationOpen: true,
    throttle: unthrottled,
    bodies: boundless,
    isLocal,
    clock,
  };
}

/** @returns a function that sends requests, the clients to send them as, and the data to compare */
export async function household() {
  const folder = await newFolder();
  const context = await openContext(folder);
  const { store } = context;
  const { ada, eve } = await fill(context);
  const keys = await addKeys(context, ada.id);
  const subject = subjectOf(ada);
  const longAgo = jwtTokens(secret, () => new Date(now.getTime() - 48 * hourMs));

  const faults: unknown[] = [];
  const more = operatorRoutes({
    store,
    readiness: async () => ({ isReady: true, detail: null }),
    metrics: { text: async () => "outlay_ready 1\n", contentType: "text/plain; version=0.0.4" },
    metricsFor: "loopback",
    isLocal,
  });
  const routes = routesOf(context, more);
  const app = createApp(context, ({ error }) => faults.push(error), {
    outside: [],
    inside: [],
    routes: more,
  });
  const handle = app.callback();

  return {
    folder,
    context,
    routes,
    faults,
    tokens: {
      ada: context.tokens.issue("access", subject),
      eve: context.tokens.issue("access", subjectOf(eve)),
      refresh: context.tokens.issue("refresh", subject),
      expired: longAgo.issue("access", subject),
      foreign: jwtTokens(`${secret}x`, clock).issue("access", subject),
    },
    keys,
    async ask({ method, path, token, headers = {}, body }: Asked) {
      const answer = await inject((request, response) => void handle(request, response), {
        method: method as "GET",
        url: path,
        headers: { ...headers, ...(token !== undefined && { authorization: `Bearer ${token}` }) },
        ...(body !== undefined && { payload: body }),
      });
      return { status: answer.statusCode, headers: answer.headers, text: answer.payload };
    },
    /** The data of both users, as text to compare. */
    content: async () =>
      JSON.stringify([
        await contentOf(context.store, ada.id),
        await contentOf(context.store, eve.id),
      ]),
    close: () => context.store.close(),
  };
}

export type Household = Awaited<ReturnType<typeof household>>;
