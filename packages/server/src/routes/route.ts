/**
 * Describes a path as data: who may use it, and what each method takes and does. The router judges
 * requests by it (`view.ts`), and the API's description is made from it.
 */
import type { IncomingMessage } from "node:http";
import type { AnyObjectSchema, ApiScopeNeed } from "@outlay/shared";
import type { Context } from "koa";
import type { LongList } from "../middleware/read-body.ts";
import type { UserRecord } from "../domain/user.ts";
import type { QueryParameters, QueryValues } from "./query.ts";

/** The parts of a request that a method reads. */
export interface Takes<Query extends QueryParameters = QueryParameters> {
  query?: Query;
  /** The fields that a body can have. */
  input?: AnyObjectSchema;
  /** The list for which a body may be larger than others; such a body must be JSON. */
  longList?: LongList;
}

export interface Call<Query extends QueryParameters = QueryParameters> {
  ctx: Context;
  /** The record's id in the path; 0 where the path has none. */
  id: number;
  /**
   * The query's parameters.
   * @throws InvalidFields
   */
  query: () => QueryValues<Query>;
  /**
   * The body's value: JSON, or its equivalent from a form.
   * @throws Refusal
   */
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
  /** The scope that a key needs to be let in. */
  needed: ApiScopeNeed;
  handle: (call: UserCall) => Promise<void>;
}

interface Path<Operation> {
  /** With or without a trailing slash: the other form is the same path. */
  path: string;
  operations: Partial<Record<Method, Operation>>;
}

/** A route for everybody; no token is needed. */
export interface OpenRoute extends Path<OpenOperation> {
  access: "open";
  /** Whether a token, if sent, has to be valid; otherwise it is ignored. */
  isTokenRead: boolean;
}

export interface UserRoute extends Path<UserOperation> {
  access: "user";
}

/** A route for reading: any token is ignored, and the answer isn't always JSON. */
export interface PublicRoute extends Path<OpenOperation> {
  access: "public";
  mediaType: string;
  /** Decides who can see the route, where it isn't for everybody. */
  isFor?: (request: IncomingMessage) => boolean;
}

export type Route = OpenRoute | UserRoute | PublicRoute;

export const takes = (what: Takes, handle: OpenOperation["handle"]): OpenOperation => ({
  takes: what,
  handle,
});

/**
 * Marks the scope that a method needs. Every method of a user's route has one, so that a route
 * shows what a key may do.
 */
export const needs = <Query extends QueryParameters>(
  needed: ApiScopeNeed,
  what: Takes<Query>,
  handle: (call: UserCall<Query>) => Promise<void>,
): UserOperation => ({
  needed,
  takes: what,
  // The view reads the query by `what`, so the values have these types.
  handle: handle as UserOperation["handle"],
});

export const openRoute = (path: string, operations: OpenRoute["operations"]): OpenRoute => ({
  access: "open",
  isTokenRead: true,
  path,
  operations,
});

/**
 * A route where tokens are issued for a password or another token: clients send any token that they
 * still have, valid or not.
 */
export const tokenRoute = (path: string, operations: OpenRoute["operations"]): OpenRoute => ({
  ...openRoute(path, operations),
  isTokenRead: false,
});

/** A route with `GET` alone. */
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
