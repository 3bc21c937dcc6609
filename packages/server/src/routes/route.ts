/**
 * What a path is, as data: who may come, and what each method takes and does. The router judges requests by
 * it (`view.ts`), and the API's description says it.
 */
import type { IncomingMessage } from "node:http";
import type { AnyObjectSchema, ApiScopeNeed } from "@outlay/shared";
import type { Context } from "koa";
import type { LongList } from "../middleware/read-body.ts";
import type { UserRecord } from "../store/users.ts";
import type { QueryParameters, QueryValues } from "./query.ts";

/** What a method reads of a request. */
export interface Takes<Query extends QueryParameters = QueryParameters> {
  query?: Query;
  /** The fields that a body can have. */
  input?: AnyObjectSchema;
  /** Where a body may be larger than others, for such a list; then nothing but JSON is taken. */
  longList?: LongList;
}

export interface Call<Query extends QueryParameters = QueryParameters> {
  ctx: Context;
  /** The record's id in the path; 0 where the path has none. */
  id: number;
  /** The query's parameters. @throws InvalidFields */
  query: () => QueryValues<Query>;
  /** The body's value, JSON or the like of it from a form. @throws Refusal */
  body: () => Promise<unknown>;
}

export type UserCall<Query extends QueryParameters = QueryParameters> = Call<Query> & {
  user: UserRecord;
};

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

interface OpenOperation {
  takes: Takes;
  handle: (call: Call) => Promise<void>;
}

interface UserOperation {
  takes: Takes;
  /** What a key needs to be let in. */
  needed: ApiScopeNeed;
  handle: (call: UserCall) => Promise<void>;
}

interface Path<Operation> {
  /** With a slash at its end or without: the other form is the same path. */
  path: string;
  operations: Partial<Record<Method, Operation>>;
}

/** For everybody; no token is needed. */
export interface OpenRoute extends Path<OpenOperation> {
  access: "open";
  /** One that is sent has to be good; else it isn't looked at. */
  isTokenRead: boolean;
}

export interface UserRoute extends Path<UserOperation> {
  access: "user";
}

/** For reading: whatever token comes along isn't looked at, and what is answered isn't always JSON. */
export interface PublicRoute extends Path<OpenOperation> {
  access: "public";
  mediaType: string;
  /** Where it isn't everybody's: whom it is there for. */
  isFor?: (request: IncomingMessage) => boolean;
}

export type Route = OpenRoute | UserRoute | PublicRoute;

export const takes = (what: Takes, handle: OpenOperation["handle"]): OpenOperation => ({
  takes: what,
  handle,
});

/** No method of a user's route is without: what a key may do is said where the route is. */
export const needs = <Query extends QueryParameters>(
  needed: ApiScopeNeed,
  what: Takes<Query>,
  handle: (call: UserCall<Query>) => Promise<void>,
): UserOperation => ({
  needed,
  takes: what,
  // The view reads the query by `what`, so the values are of these types.
  handle: handle as UserOperation["handle"],
});

export const openRoute = (path: string, operations: OpenRoute["operations"]): OpenRoute => ({
  access: "open",
  isTokenRead: true,
  path,
  operations,
});

/** Where tokens are got with a password or with another token: clients send there what they have left, good or not. */
export const tokenRoute = (path: string, operations: OpenRoute["operations"]): OpenRoute => ({
  ...openRoute(path, operations),
  isTokenRead: false,
});

/** Has `GET` alone. */
export const publicRoute = (
  path: string,
  mediaType: string,
  handle: OpenOperation["handle"],
): PublicRoute => ({ access: "public", path, mediaType, operations: { GET: takes({}, handle) } });

export const userRoute = (path: string, operations: UserRoute["operations"]): UserRoute => ({
  access: "user",
  path,
  operations,
});
