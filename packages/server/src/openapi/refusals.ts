/** The answers of 400 and above, each once, and which of them an operation can give. */
import { apiErrorStatus } from "@outlay/shared";
import type { Route, Takes } from "../routes/route.ts";
import type { JsonSchema, OpenApiDocument, Reference, ResponseObject } from "./document-types.ts";
import { type ModelName, reference } from "./models.ts";

export const headers = {
  "X-Request-Id": {
    description: "A name for this answer, by which the server's log can be searched.",
    required: true,
    schema: { type: "string" },
  },
  "X-Total-Count": {
    description: "How many there are in all, on other pages too.",
    required: true,
    schema: { type: "integer", minimum: 0 },
  },
  Link: {
    description:
      'The next page, relative to the server: `</expenses/?…>; rel="next"`. Only with `limit`, and not on the last page.',
    schema: { type: "string" },
  },
  "Retry-After": {
    description: "After how many seconds it is worth trying again.",
    schema: { type: "integer", minimum: 0 },
  },
  "WWW-Authenticate": {
    description: "How to be let in: with a bearer token.",
    required: true,
    schema: { type: "string" },
  },
  Allow: {
    description: "The methods that the path has.",
    required: true,
    schema: { type: "string" },
  },
} satisfies OpenApiDocument["components"]["headers"];

export const headerReferences = (...names: (keyof typeof headers)[]): Record<string, Reference> =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));

export const jsonContent = (schema: JsonSchema) => ({ "application/json": { schema } });

interface RefusalDoc {
  /** Several where it can be any of them. */
  body: readonly ModelName[];
  own?: readonly (keyof typeof headers)[];
}

const refusal = (description: string, { body, own = [] }: RefusalDoc): ResponseObject => {
  const schemas = body.map(reference);
  const [only] = schemas;
  return {
    description,
    headers: headerReferences("X-Request-Id", ...own),
    content: jsonContent(schemas.length === 1 && only ? only : { anyOf: schemas }),
  };
};

const problem = { body: ["Problem"] } as const;

export const refusals = {
  Invalid: refusal("The body can't be read, or fields or parameters are wrong. All at once.", {
    body: ["FieldErrors", "Problem"],
  }),
  InvalidImport: refusal(
    "The body can't be read, or fields are wrong, of the call or of its expenses. Nothing is stored.",
    { body: ["ImportFaults", "FieldErrors", "Problem"] },
  ),
  Unauthenticated: refusal("No token or key, or one that is no good.", {
    body: ["TokenRefusal", "EndedKey"],
    own: ["WWW-Authenticate", "Allow"],
  }),
  Forbidden: refusal(
    "The request comes from a page of another site, or has a host name that isn't the server's.",
    { body: ["ForbiddenRequest"] },
  ),
  OutOfScope: refusal(
    "The API key's scope is not sufficient, the request comes from a page of another site, or it has a host name that isn't the server's.",
    { body: ["ScopeRefusal", "ForbiddenRequest"] },
  ),
  RegistrationClosed: refusal(
    "Registration is closed, the request comes from a page of another site, or it has a host name that isn't the server's.",
    { body: ["ForbiddenRequest"] },
  ),
  NotFound: refusal(
    "There is no such record: none of yours, since for you those of others don't exist.",
    problem,
  ),
  NotForAll: refusal(
    "Only for programs on the server's own machine. For all others it isn't there.",
    problem,
  ),
  MethodNotAllowed: refusal("The path has no such method.", { ...problem, own: ["Allow"] }),
  NotAcceptable: refusal("The `Accept` header asks for what isn't there.", {
    ...problem,
    own: ["Allow"],
  }),
  BodyTooLarge: refusal("The body is larger than the limit, which the answer names.", problem),
  UnsupportedMediaType: refusal(
    "The body is of a media type, or in a content encoding, that isn't read.",
    problem,
  ),
  Throttled: refusal(
    "Too many attempts, or too much at once. `Retry-After` says when to try again.",
    { ...problem, own: ["Retry-After"] },
  ),
  InternalError: refusal("A fault of the server, whose log has the rest.", {
    body: ["InternalError"],
  }),
  StorageUnavailable: refusal("The data can't be read or written now. Nothing is stored.", {
    ...problem,
    own: ["Retry-After"],
  }),
  StorageFull: refusal(
    "The server's disk is full, or there are as many records as it keeps. Nothing is stored.",
    problem,
  ),
};
export type RefusalName = keyof typeof refusals;

export const refusalReference = (name: RefusalName): Reference => ({
  $ref: `#/components/responses/${name}`,
});

const statusOf: Record<RefusalName, number> = {
  Invalid: apiErrorStatus.invalid,
  InvalidImport: apiErrorStatus.invalid,
  Unauthenticated: apiErrorStatus.unauthenticated,
  Forbidden: apiErrorStatus.foreign_request,
  OutOfScope: apiErrorStatus.out_of_scope,
  RegistrationClosed: apiErrorStatus.registration_closed,
  NotFound: apiErrorStatus.not_found,
  NotForAll: apiErrorStatus.not_found,
  MethodNotAllowed: apiErrorStatus.method_not_allowed,
  NotAcceptable: apiErrorStatus.not_acceptable,
  BodyTooLarge: apiErrorStatus.body_too_large,
  UnsupportedMediaType: apiErrorStatus.unsupported_media_type,
  Throttled: apiErrorStatus.throttled,
  InternalError: apiErrorStatus.internal,
  StorageUnavailable: apiErrorStatus.storage_unavailable,
  StorageFull: apiErrorStatus.storage_full,
};

/** The refusals of every route of this kind. */
function impliedRefusals(route: Route, { input, query }: Takes): RefusalName[] {
  const { access, path } = route;
  const kinds: [RefusalName, boolean][] = [
    ["Invalid", input !== undefined || query !== undefined],
    ["Unauthenticated", access !== "public"],
    ["Forbidden", true],
    ["OutOfScope", access === "user"],
    ["NotFound", path.includes(":id")],
    ["NotForAll", access === "public" && route.isFor !== undefined],
    ["NotAcceptable", true],
    ["BodyTooLarge", input !== undefined],
    ["UnsupportedMediaType", input !== undefined],
    ["Throttled", input !== undefined],
    ["InternalError", true],
    ["StorageUnavailable", access !== "public"],
  ];
  return kinds.filter(([, isSo]) => isSo).map(([name]) => name);
}

/** @param own those that only this operation has, which take the place of others of their status */
export function refusalsOf(
  route: Route,
  takes: Takes,
  own: readonly RefusalName[],
): Record<string, Reference> {
  const all = [...impliedRefusals(route, takes), ...own];
  return Object.fromEntries(all.map((name) => [String(statusOf[name]), refusalReference(name)]));
}
