/**
 * Describes a path as data: who may use it, and what each method takes and does. The router judges
 * requests by it (`view.ts`), and the API's description is made from it.
 */
import type { IncomingMessage } from "node:http";
import type { AnyObjectSchema, ApiScopeNeed } from "@outlay/shared";
import type { Context } from "koa";
import type { InferOutput } from "valibot";
import type { LongList } from "../middleware/read-body.ts";
import type { UserRecord } from "../domain/user.ts";
import type { Answers, Reply } from "./answers.ts";
import type { QueryParameters, QueryValues } from "./query.ts";

/** The parts of a request that a method reads. */
export interface Takes<
  Query extends QueryParameters = QueryParameters,
  Input extends AnyObjectSchema = AnyObjectSchema,
  Body = unknown,
> {
  query?: Query;
  /** The fields that a body can have. */
  input?: Input;
  /**
   * Reads a body's value where parsing it by `input` isn't enough.
   * @throws InvalidFields, Refusal
   */
  read?: (value: unknown) => Body | Promise<Body>;
  /** The list for which a body may be larger than others; such a body must be JSON. */
  longList?: LongList;
}

/** The type of a read body: that of `read`'s result or, without `read`, of the parsed fields. */
type ReadBody<Input extends AnyObjectSchema, Body> = unknown extends Body
  ? InferOutput<Input>
  : Body;

export interface Call<Query extends QueryParameters = QueryParameters, Body = unknown> {
  ctx: Context;
  /** The record's id in the path; 0 where the path has none. */
  id: number;
  /**
   * The query's parameters.
   * @throws InvalidFields
   */
  query: () => QueryValues<Query>;
  /**
   * The body, from JSON or from a form.
   * @throws InvalidFields, Refusal
   */
  body: () => Promise<Body>;
}

export type UserCall<Query extends QueryParameters = QueryParameters, Body = unknown> = Call<
  Query,
  Body
> & { user: UserRecord };

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

interface OpenOperation {
  takes: Takes;
  answers: Answers;
  handle: (call: Call) => Promise<Reply<Answers>>;
}

interface UserOperation {
  takes: Takes;
  answers: Answers;
  /** The scope that a key needs to be let in. */
  needed: ApiScopeNeed;
  handle: (call: UserCall) => Promise<Reply<Answers>>;
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

/** A method's body, query and answers, by which its handler is typed. */
type Offer<
  Query extends QueryParameters,
  Input extends AnyObjectSchema,
  Body,
  Offered extends Answers,
> = Takes<Query, Input, Body> & { answers: Offered };

/** Describes a method that needs no token. */
export function takes<
  Query extends QueryParameters,
  Input extends AnyObjectSchema,
  Body,
  const Offered extends Answers,
>(
  { answers, ...what }: Offer<Query, Input, Body, Offered>,
  handle: (call: Call<Query, ReadBody<Input, Body>>) => Promise<Reply<Offered>>,
): OpenOperation {
  // The view reads query and body by `what`, so the values have these types.
  return { takes: what, answers, handle: handle as OpenOperation["handle"] };
}

/**
 * Describes a method with the scope that it needs. Every method of a user's route has one, so that a
 * route shows what a key may do.
 */
export function needs<
  Query extends QueryParameters,
  Input extends AnyObjectSchema,
  Body,
  const Offered extends Answers,
>(
  needed: ApiScopeNeed,
  { answers, ...what }: Offer<Query, Input, Body, Offered>,
  handle: (call: UserCall<Query, ReadBody<Input, Body>>) => Promise<Reply<Offered>>,
): UserOperation {
  return { needed, takes: what, answers, handle: handle as UserOperation["handle"] };
}

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
export const publicRoute = <const Offered extends Answers>(
  path: string,
  mediaType: string,
  answers: Offered,
  handle: (call: Call) => Promise<Reply<Offered>>,
): PublicRoute => ({
  access: "public",
  path,
  mediaType,
  operations: { GET: takes({ answers }, handle) },
});

export const userRoute = (path: string, operations: UserRoute["operations"]): UserRoute => ({
  access: "user",
  path,
  operations,
});
