/**
 * Checks a request to a route in the recorded application's order: the id in the path, the requested format, the
 * token, the method, and only then the record and the body.
 */
import type { Router } from "@koa/router";
import { formValue, homeCurrencyHeader, parseFields } from "@outlay/shared";
import type { Context } from "koa";
import { answer } from "../../middleware/answer.ts";
import { missingScope } from "../../domain/api-scopes.ts";
import { jsonType } from "../../middleware/media-types.ts";
import { isAccepted } from "../../middleware/is-accepted.ts";
import { maxOpenBodyBytes, readBody } from "../../middleware/read-body.ts";
import { notFound, outOfScope, Refusal, unauthenticated } from "../../domain/refusal.ts";
import type { ServerContext } from "../../server-context.ts";
import { authenticate } from "../../use-cases/accounts/authenticate.ts";
import { bodyTypes } from "./body-types.ts";
import { readQuery } from "./query.ts";
import { writeReply } from "./write-reply.ts";
import type { Call, Method, OpenRoute, PublicRoute, Route, Takes, UserRoute } from "./route.ts";

function checkAccept(ctx: Context, mediaType: string): void {
  if (!isAccepted(ctx.headers.accept, mediaType)) {
    throw new Refusal("not_acceptable", {
      detail: "Could not satisfy the request Accept header.",
    });
  }
}

/**
 * Reads an id with any number of digits. A number beyond the safe integers is rounded, but no record has such an
 * id.
 */
function pathId(ctx: Context): number {
  const { id } = (ctx as Context & { params: Record<string, string> }).params;
  if (id === undefined) return 0;
  if (!/^\d+$/.test(id)) throw notFound();
  return Number(id);
}

/** Reads a key, such as that of a category. */
const pathKey = (ctx: Context): string =>
  (ctx as Context & { params: Record<string, string> }).params["key"] ?? "";

/**
 * Returns the operation for the request's method, or undefined for `OPTIONS`.
 * @throws Refusal method_not_allowed
 */
function operationOf<Operation>(
  ctx: Context,
  operations: Partial<Record<Method, Operation>>,
): Operation | undefined {
  const method = ctx.method === "HEAD" && operations.GET ? "GET" : ctx.method;
  const operation = Object.hasOwn(operations, method) ? operations[method as Method] : undefined;
  if (operation || ctx.method === "OPTIONS") return operation;
  throw new Refusal("method_not_allowed", { detail: `Method "${ctx.method}" not allowed.` });
}

/**
 * Answers `OPTIONS` as the recorded application does, which lists all media types even if a path accepts no body.
 */
function answerOptions(ctx: Context, mediaType: string, route: Route): void {
  const takes = Object.values(route.operations).map((each) => each.takes);
  const taking = takes.filter(({ input }) => input !== undefined);
  const parses = (taking.length > 0 ? taking : takes).flatMap(bodyTypes);
  answer(ctx, { renders: [mediaType], parses: [...new Set(parses)] });
}

function allowedMethods(operations: object): string {
  const methods = Object.keys(operations);
  return [...methods, ...(methods.includes("GET") ? ["HEAD"] : []), "OPTIONS"].join(", ");
}

interface Reading {
  ctx: Context;
  takes: Takes;
  server: ServerContext;
  /** The usual limit by default. */
  maxBytes?: number;
}

async function readInput({ ctx, takes, server, maxBytes }: Reading): Promise<unknown> {
  const { input, longList, read } = takes;
  if (!input) throw new Error("This operation is declared to take no body.");
  const mediaTypes = bodyTypes(takes);
  const body = await readBody(ctx, { mediaTypes, maxBytes, longList, bodies: server.bodies });
  const value = "json" in body ? body.json : formValue(input, body.form);
  return read ? read(value) : parseFields(input, value);
}

const callOf = (id: number, reading: Reading): Call => ({
  ctx: reading.ctx,
  id,
  key: pathKey(reading.ctx),
  params: (reading.ctx as Context & { params: Record<string, string> }).params,
  query: (isCategory) => readQuery(reading.ctx.query, reading.takes.query ?? {}, isCategory),
  body: () => readInput(reading),
});

interface Asked<Kind extends Route> {
  ctx: Context;
  server: ServerContext;
  route: Kind;
  /** The record's id in the path. */
  id: number;
}

/**
 * Accepts logins, and keys with a sufficient scope.
 * @returns whether the operation has anything to do
 */
async function handleForUser({ ctx, server, route, id }: Asked<UserRoute>): Promise<boolean> {
  const principal = await authenticate(server, ctx.get("authorization"));
  if (!principal) throw unauthenticated("Authentication credentials were not provided.");
  const { user, key } = principal;
  // A client that shows or reads amounts needs it, and a key that can't look as well.
  if (user.homeCurrency !== undefined) ctx.set(homeCurrencyHeader, user.homeCurrency);
  const operation = operationOf(ctx, route.operations);
  if (!operation) return false;
  ctx.state["userId"] = user.id;
  const { needed, takes, answers, handle } = operation;
  const missing = key && missingScope(key.scope, needed);
  if (key && missing) throw outOfScope(key.scope, missing);
  writeReply(
    ctx,
    route.path,
    answers,
    await handle({ ...callOf(id, { ctx, takes, server }), user }),
  );
  return true;
}

async function handleForAll({
  ctx,
  server,
  route,
  id,
}: Asked<OpenRoute | PublicRoute>): Promise<boolean> {
  if (route.access === "open" && route.isTokenRead)
    await authenticate(server, ctx.get("authorization"));
  const operation = operationOf(ctx, route.operations);
  if (!operation) return false;
  const { takes, answers, handle } = operation;
  const call = callOf(id, { ctx, takes, server, maxBytes: maxOpenBodyBytes });
  writeReply(ctx, route.path, answers, await handle(call));
  return true;
}

/** @throws Refusal not_found, as for a path that doesn't exist */
function checkIsFor(ctx: Context, route: Route): void {
  if (route.access === "public" && route.isFor?.(ctx.req) === false) throw notFound();
}

export function addRoute(router: Router, server: ServerContext, route: Route): void {
  const mediaType = route.access === "public" ? route.mediaType : jsonType;
  const allowed = allowedMethods(route.operations);
  // The router matches a path that is declared without a trailing slash with and without one.
  router.all(route.path.replace(/\/$/, ""), async (ctx) => {
    ctx.state["route"] = route.path;
    checkIsFor(ctx, route);
    // Set on every answer, as the recorded application does.
    ctx.set("Allow", allowed);
    const asked = { ctx, server, id: pathId(ctx) };
    checkAccept(ctx, mediaType);
    try {
      const isDone =
        route.access === "user"
          ? await handleForUser({ ...asked, route })
          : await handleForAll({ ...asked, route });
      if (!isDone) answerOptions(ctx, mediaType, route);
    } finally {
      server.bodies.end(ctx.req);
    }
  });
}
