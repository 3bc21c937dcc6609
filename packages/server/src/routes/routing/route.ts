/**
 * Describes a path as data: who may use it, and what each method accepts and does. `view.ts` checks requests against
 * it, and the API's description is generated from it.
 */
import type { IncomingMessage } from "node:http";
import type { AnyObjectSchema } from "@outlay/shared";
import type { Context } from "koa";
import type { InferOutput } from "valibot";
import type { RouteNeed } from "../../domain/api-scopes.ts";
import type { LongList } from "../../middleware/read-body.ts";
import type { UserRecord } from "../../domain/user.ts";
import type { Answers, Reply } from "./answers.ts";
import type { IsCategory, QueryParameters, QueryValues } from "./query.ts";

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
   * Reads a body's value if parsing it by `input` isn't enough.
   * @throws InvalidFields, Refusal
   */
  read?: (value: unknown) => Body | Promise<Body>;
  /** The list for which a body may be larger than others; such a body must be JSON. */
  longList?: LongList;
}

/** The type of a body after reading: that of `read`'s result or, without `read`, of the parsed fields. */
type ReadBody<Input extends AnyObjectSchema, Body> = unknown extends Body
  ? InferOutput<Input>
  : Body;

export interface Call<Query extends QueryParameters = QueryParameters, Body = unknown> {
  ctx: Context;
  /** The record's id in the path, or 0 if the path has none. */
  id: number;
  /** The key in the path, as it is written there, or empty if the path has none. */
  key: string;
  /** The texts of the path's parameters by name, as they were sent. */
  params: Readonly<Record<string, string>>;
  /**
   * Returns the parameters of the query.
   * @param isCategory needed for parameters that are categories
   * @throws InvalidFields
   */
  query: (isCategory?: IsCategory) => QueryValues<Query>;
  /**
   * Returns the body, from JSON or from a form.
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
  /** The scope that a key needs. */
  needed: RouteNeed;
  handle: (call: UserCall) => Promise<Reply<Answers>>;
}

interface Path<Operation> {
  /** The path, which works with and without a trailing slash. */
  path: string;
  operations: Partial<Record<Method, Operation>>;
}

/** A route that requires no token. */
export interface OpenRoute extends Path<OpenOperation> {
  access: "open";
  /** Whether a token that is sent must be valid; otherwise it is ignored. */
  isTokenRead: boolean;
}

export interface UserRoute extends Path<UserOperation> {
  access: "user";
}

/** A route for reading, which ignores tokens and may return other types than JSON. */
export interface PublicRoute extends Path<OpenOperation> {
  access: "public";
  mediaType: string;
  /** Decides who can see the route; if it is missing, everybody can. */
  isFor?: (request: IncomingMessage) => boolean;
}

export type Route = OpenRoute | UserRoute | PublicRoute;

/** A method's body, query and answers, from which the types of its handler are inferred. */
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
  // `view.ts` reads query and body by `what`, so the values have these types.
  return { takes: what, answers, handle: handle as OpenOperation["handle"] };
}

/**
 * Describes a method with the scope that it needs. Every method of a user's route has one, so that the routes show
 * the rights of keys.
 */
export function needs<
  Query extends QueryParameters,
  Input extends AnyObjectSchema,
  Body,
  const Offered extends Answers,
>(
  needed: RouteNeed,
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
 * A route that issues tokens for a password or another token. It ignores the header, because clients send any token
 * that they still have, valid or not.
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
