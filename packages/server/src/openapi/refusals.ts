/** The error responses, each defined once, and a function that tells which of them an operation can have. */
import { apiErrorStatus } from "@outlay/shared";
import type { Route, Takes } from "../routes/routing/route.ts";
import type { JsonSchema, OpenApiDocument, Reference, ResponseObject } from "./document-types.ts";
import { type ModelName, reference } from "./models.ts";

export const headers = {
  "X-Request-Id": {
    description: "The id of the request, under which it is in the server's log.",
    required: true,
    schema: { type: "string" },
  },
  "X-Total-Count": {
    description: "The total number of matching records on all pages.",
    required: true,
    schema: { type: "integer", minimum: 0 },
  },
  Link: {
    description:
      'The address of the next page, relative to the server: `</expenses/?…>; rel="next"`. Present only with `limit`, and not on the last page.',
    schema: { type: "string" },
  },
  "Retry-After": {
    description: "The number of seconds after which to retry.",
    schema: { type: "integer", minimum: 0 },
  },
  "WWW-Authenticate": {
    description: "The required authentication scheme, which is a bearer token.",
    required: true,
    schema: { type: "string" },
  },
  "Outlay-Home-Currency": {
    description:
      "The code of your home currency. It is absent while none is set, and names the one before a request that sets it.",
    schema: { type: "string" },
  },
  Allow: {
    description: "The methods that the path supports.",
    required: true,
    schema: { type: "string" },
  },
} satisfies OpenApiDocument["components"]["headers"];

export const headerReferences = (...names: (keyof typeof headers)[]): Record<string, Reference> =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));

export const jsonContent = (schema: JsonSchema) => ({ "application/json": { schema } });

interface RefusalDoc {
  /** Several if the body can have any of them */
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
  Invalid: refusal(
    "The body can't be read, or fields or parameters are invalid. All errors are reported at once.",
    {
      body: ["FieldErrors", "Problem"],
    },
  ),
  InvalidImport: refusal(
    "The body can't be read, or fields of the import or of its expenses are invalid. Nothing was stored.",
    { body: ["ImportFaults", "FieldErrors", "Problem"] },
  ),
  InvalidRates: refusal(
    "The body can't be read, or rates of the list are invalid. Nothing was stored.",
    { body: ["RateFaults", "FieldErrors", "Problem"] },
  ),
  Unauthenticated: refusal("The request has no valid token or API key.", {
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
    "The path doesn't exist, or you have no such record. Records of other users are not found either.",
    problem,
  ),
  NotForAll: refusal("The path is available only to clients on the server's own machine.", problem),
  MethodNotAllowed: refusal("The path doesn't support this method.", {
    ...problem,
    own: ["Allow"],
  }),
  NotAcceptable: refusal("The path returns no media type that the `Accept` header allows.", {
    ...problem,
    own: ["Allow"],
  }),
  BodyTooLarge: refusal("The body exceeds a limit, which the message names.", problem),
  UnsupportedMediaType: refusal(
    "The media type or the content encoding of the body is not supported.",
    problem,
  ),
  Throttled: refusal(
    "There were too many attempts, or too much data at once. `Retry-After` says when to retry.",
    { ...problem, own: ["Retry-After"] },
  ),
  InternalError: refusal("An internal error of the server. The server's log has the details.", {
    body: ["InternalError"],
  }),
  StorageUnavailable: refusal(
    "The data can't be read or written at the moment. Nothing was stored.",
    {
      ...problem,
      own: ["Retry-After"],
    },
  ),
  StorageFull: refusal(
    "The server's disk is full, or the limit on the number of records is reached. Nothing was stored.",
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
  InvalidRates: apiErrorStatus.invalid,
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

/** The refusals that a route has because of its properties */
function impliedRefusals(route: Route, { input, query }: Takes): RefusalName[] {
  const { access, path } = route;
  const kinds: [RefusalName, boolean][] = [
    ["Invalid", input !== undefined || query !== undefined],
    ["Unauthenticated", access !== "public"],
    ["Forbidden", true],
    ["OutOfScope", access === "user"],
    ["NotFound", path.includes(":")],
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

/** @param own the operation's own refusals, which replace others with the same status */
export function refusalsOf(
  route: Route,
  takes: Takes,
  own: readonly RefusalName[],
): Record<string, Reference> {
  const all = [...impliedRefusals(route, takes), ...own];
  return Object.fromEntries(all.map((name) => [String(statusOf[name]), refusalReference(name)]));
}
