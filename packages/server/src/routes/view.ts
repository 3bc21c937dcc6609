/**
 * A path and what each method does there, judged in the recorded application's order: the path's id,
 * the kind of answer asked for, the token, the method, and only then the record and the body.
 */
import type { Router } from "@koa/router";
import { type ApiScopeNeed, formValue } from "@outlay/shared";
import type { Context } from "koa";
import { answer } from "../answer.ts";
import { isLetIn } from "../domain/api-scopes.ts";
import { readBody } from "../middleware/read-body.ts";
import { notFound, outOfScope, Refusal, unauthenticated } from "../refusal.ts";
import type { ServerContext } from "../server-context.ts";
import type { UserRecord } from "../store/store.ts";
import { authenticate, type Principal } from "../use-cases/accounts/authenticate.ts";

type InputSchema = Parameters<typeof formValue>[0];

export interface Call {
  ctx: Context;
  server: ServerContext;
  /** The record's id in the path; 0 where the path has none. */
  id: number;
  /**
   * The body's value, JSON or the like of it from a form.
   * @param maxJsonBytes where it is more than what other bodies have
   * @throws Refusal
   */
  body: (schema: InputSchema, maxJsonBytes?: number) => Promise<unknown>;
}

type UserCall = Call & { user: UserRecord };

/** A handler for users, and what a key needs to be let in to it. */
interface ScopedHandler {
  needed: ApiScopeNeed;
  handle: (call: UserCall) => Promise<void>;
}

/** No method of a user's view is without: what a key may do is said where the route is. */
export const needs = (needed: ApiScopeNeed, handle: ScopedHandler["handle"]): ScopedHandler => ({
  needed,
  handle,
});

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
type Handlers<Given extends Call> = Partial<Record<Method, (call: Given) => Promise<void>>>;

function checkAccept(ctx: Context): void {
  if (ctx.accepts("application/json") === false) {
    throw new Refusal("not_acceptable", {
      detail: "Could not satisfy the request Accept header.",
    });
  }
}

/** Any number of digits; those past the safe integers name no record, but neither do they name another. */
function pathId(ctx: Context): number {
  const { id } = (ctx as Context & { params: Record<string, string> }).params;
  if (id === undefined) return 0;
  if (!/^\d+$/.test(id)) throw notFound();
  return Number(id);
}

function handlerOf<Given extends Call>(ctx: Context, handlers: Handlers<Given>) {
  const method = ctx.method === "HEAD" && handlers.GET ? "GET" : ctx.method;
  const handler = Object.hasOwn(handlers, method) ? handlers[method as Method] : undefined;
  if (handler || ctx.method === "OPTIONS") return handler;
  throw new Refusal("method_not_allowed", { detail: `Method "${ctx.method}" not allowed.` });
}

function answerOptions(ctx: Context): void {
  answer(ctx, {
    renders: ["application/json"],
    parses: ["application/json", "application/x-www-form-urlencoded", "multipart/form-data"],
  });
}

async function readInput(
  ctx: Context,
  schema: InputSchema,
  maxJsonBytes: number | undefined,
): Promise<unknown> {
  const body = await readBody(ctx, maxJsonBytes);
  return "json" in body ? body.json : formValue(schema, body.form);
}

function allowedMethods(handlers: object): string {
  const methods = Object.keys(handlers);
  return [...methods, ...(methods.includes("GET") ? ["HEAD"] : []), "OPTIONS"].join(", ");
}

interface View<Given extends Call> {
  router: Router;
  server: ServerContext;
  path: string;
  handlers: Handlers<Given>;
}

function addView<Given extends Call>(
  { router, server, path, handlers }: View<Given>,
  complete: (call: Call, principal: Principal | undefined) => Given,
): void {
  const allow = allowedMethods(handlers);
  // The router takes a path with or without a slash at its end when it is given without.
  router.all(path.replace(/\/$/, ""), async (ctx) => {
    const id = pathId(ctx);
    checkAccept(ctx);
    const principal = await authenticate(server, ctx.get("authorization"));
    if (principal) ctx.state["userId"] = principal.user.id;
    const body: Call["body"] = (schema, maxJsonBytes) => readInput(ctx, schema, maxJsonBytes);
    const call = { ctx, server, id, body };
    const given = complete(call, principal);
    ctx.set("Allow", allow);
    const handler = handlerOf(ctx, handlers);
    if (handler) await handler(given);
    else answerOptions(ctx);
  });
}

/** For everybody; a token is not needed, but one that is sent has to be good. */
export const addOpenView = (view: View<Call>): void => addView(view, (call) => call);

type PrincipalCall = UserCall & Pick<Principal, "key">;

interface UserView extends Omit<View<UserCall>, "handlers"> {
  handlers: Partial<Record<Method, ScopedHandler>>;
}

/** Lets in logins, and keys of a scope that is enough. */
function checked({ needed, handle }: ScopedHandler) {
  return async (call: PrincipalCall): Promise<void> => {
    const { key } = call;
    if (key && !isLetIn(key.scope, needed)) throw outOfScope(key.scope, needed);
    await handle(call);
  };
}

/** For users. */
export function addUserView({ handlers, ...view }: UserView): void {
  const all = Object.entries(handlers).map(([method, scoped]) => [method, checked(scoped)]);
  addView<PrincipalCall>(
    { ...view, handlers: Object.fromEntries(all) as Handlers<PrincipalCall> },
    (call, principal) => {
      if (!principal) throw unauthenticated("Authentication credentials were not provided.");
      return { ...call, ...principal };
    },
  );
}
