/**
 * Lists who may do what: every operation of the API's description, with a request and its answer
 * (`isolation.test.ts`).
 */
import { categoryAccess } from "./category-access.ts";
import { ids, password } from "../household.ts";
import { rateRows } from "./rate-rows.ts";
import type { Row } from "./access-row.ts";

const none = { status: 200, body: [] };
const lunch = { amount: 12.5, description: "Lunch", category: "FOOD" };
const food = { amount: 400, description: "food", category: "FOOD" };
const batch = { id: ids.batch, source: "bank.csv", created: 1 };
const newcomer = { username: "grace", password };

export const accessTable: Readonly<Record<string, Row>> = {
  "POST /register/": {
    needs: "nothing",
    body: newcomer,
    status: 201,
    shows: { username: "grace" },
  },
  "POST /api/token/": { needs: "public", body: { username: "ada", password }, status: 200 },
  "POST /api/token/refresh/": { needs: "public", body: { refresh: "$refresh" }, status: 200 },
  "POST /api/token/verify/": {
    needs: "public",
    body: { token: "$refresh" },
    status: 200,
    shows: {},
  },
  "POST /api/token/blacklist/": {
    needs: "public",
    body: { refresh: "$refresh" },
    status: 200,
    shows: {},
  },
  "GET /me/": {
    needs: "read",
    status: 200,
    shows: { id: 1, username: "ada" },
    eve: { status: 200, body: { id: 2, username: "eve", created_at: "2026-11-22T10:00:00.000Z" } },
  },
  "PATCH /me/": {
    needs: "full",
    body: { home_currency: null },
    status: 200,
    shows: { id: 1, home_currency: null },
    eve: { status: 200, body: { id: 2, home_currency: null } },
  },
  "DELETE /me/": { needs: "login", body: { password }, status: 204 },
  "PUT /me/password/": {
    needs: "login",
    body: { current_password: password, new_password: "quiet-River-12-lamp" },
    status: 204,
  },
  "GET /api/keys/": {
    needs: "login",
    status: 200,
    shows: [{ name: "spare" }, {}, {}, {}, {}],
    eve: none,
  },
  "POST /api/keys/": {
    needs: "login",
    body: { name: "cron", scope: "read" },
    status: 201,
    shows: { name: "cron" },
  },
  "DELETE /api/keys/{id}/": { needs: "login", id: ids.spareKey, status: 204 },
  "GET /expenses/": { needs: "read", status: 200, shows: [{ id: 1 }, { id: 3 }], eve: none },
  "POST /expenses/": { needs: "full", body: lunch, status: 201, shows: { id: 4, ...lunch } },
  "GET /expenses/{id}/": {
    needs: "read",
    id: ids.expense,
    status: 200,
    shows: lunch,
  },
  "PUT /expenses/{id}/": {
    needs: "full",
    id: ids.expense,
    body: lunch,
    status: 200,
    shows: lunch,
  },
  "PATCH /expenses/{id}/": {
    needs: "full",
    id: ids.expense,
    body: { amount: 2 },
    status: 200,
    shows: { amount: 2 },
  },
  "DELETE /expenses/{id}/": { needs: "full", id: ids.expense, status: 204 },
  "POST /expenses/{id}/restore/": {
    needs: "full",
    id: ids.removedExpense,
    status: 200,
    shows: { id: ids.removedExpense },
  },
  "POST /expenses/changes/": {
    needs: "full",
    body: { ids: [ids.expense], set: { note: "changed" } },
    status: 200,
    shows: { change_id: 2, changed: 1 },
    eve: { status: 400, body: { ids: ["You have no expenses with these ids: 1."] } },
  },
  "POST /expenses/changes/{id}/revert/": {
    needs: "full",
    id: ids.change,
    status: 200,
    shows: { reverted: 1, kept: 0 },
  },
  "GET /budget/": { needs: "read", status: 200, shows: [{ id: ids.budget }], eve: none },
  "POST /budget/": { needs: "full", body: food, status: 201, shows: { id: 3, ...food } },
  "GET /budget/status/": {
    needs: "read",
    status: 200,
    shows: [{ category: "FOOD", spent: 25 }],
    eve: none,
  },
  "GET /budget/{id}/": { needs: "read", id: ids.budget, status: 200, shows: food },
  "PUT /budget/{id}/": {
    needs: "full",
    id: ids.budget,
    body: food,
    status: 200,
    shows: food,
  },
  "PATCH /budget/{id}/": {
    needs: "full",
    id: ids.budget,
    body: { amount: 2 },
    status: 200,
    shows: { amount: 2 },
  },
  "DELETE /budget/{id}/": { needs: "full", id: ids.budget, status: 204 },
  "POST /budget/{id}/restore/": {
    needs: "full",
    id: ids.removedBudget,
    status: 200,
    shows: { id: ids.removedBudget },
  },
  ...categoryAccess,
  "GET /imports/": { needs: "read", status: 200, shows: [batch], eve: none },
  "POST /imports/": {
    needs: "import",
    body: { source: "more.csv", expenses: [lunch] },
    status: 201,
    shows: { id: 2, created: 1, results: [{ id: 4, status: "created" }] },
  },
  "GET /imports/{id}/": { needs: "read", id: ids.batch, status: 200, shows: batch },
  "DELETE /imports/{id}/": {
    needs: "full",
    id: ids.batch,
    status: 200,
    shows: { deleted: 1 },
  },
  "POST /imports/{id}/expenses/": {
    needs: "import",
    id: ids.batch,
    body: { expenses: [lunch] },
    status: 200,
    shows: { id: ids.batch, created: 1 },
  },
  ...rateRows,
  "GET /reports/spending/": {
    needs: "read",
    status: 200,
    shows: { total: 25, count: 2 },
    eve: {
      status: 200,
      body: {
        from: null,
        to: null,
        by: "category",
        total: 0,
        count: 0,
        groups: ["FOOD", "DATA", "TRANSPORT", "MISCELLANEOUS"].map((key) => ({
          key,
          parent: null,
          total: 0,
          count: 0,
        })),
      },
    },
  },
  "GET /healthz": { needs: "public", status: 200, shows: { status: "ok" } },
  "GET /readyz": { needs: "public", status: 200, shows: { status: "ready", detail: null } },
  "GET /metrics": { needs: "public", status: 200, shows: "outlay_ready 1\n" },
  "GET /openapi.json": { needs: "public", status: 200, shows: { openapi: "3.1.1" } },
  "GET /docs/": { needs: "public", status: 200 },
  "GET /docs/style.css": { needs: "public", status: 200 },
};
