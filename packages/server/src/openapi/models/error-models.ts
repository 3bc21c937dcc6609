import { endedKey, forbiddenRequest, importFaults, noFields, scopeRefusal } from "@outlay/shared";
import * as v from "valibot";
import { model, type Model } from "../model.ts";

const detail = "A message that describes the error.";
const keyScope = "The scope of the key.";
const messages = v.array(v.string());

const fieldErrors = v.record(v.string(), messages);

/** Names each field, because TypeScript has no type for an object with some named fields and any number of others. */
const faultsOfImport = v.object({
  ...importFaults.entries,
  source: v.optional(messages),
  external_id: v.optional(messages),
  currency: v.optional(messages),
  currencies: v.optional(messages),
  shown_in: v.optional(messages),
  from_outlay: v.optional(messages),
  home_currency: v.optional(messages),
});

const tokenRefusal = v.object({
  detail: v.string(),
  code: v.optional(v.picklist(["token_not_valid", "user_not_found", "bad_authorization_header"])),
  messages: v.optional(
    v.array(v.object({ token_class: v.string(), token_type: v.string(), message: v.string() })),
  ),
});

export const errorModels = {
  Problem: model(v.object({ detail: v.string() }), {
    description: "An error of the request as a whole.",
    fields: { detail },
    example: { detail: "Not found." },
  }),
  FieldErrors: {
    schema: fieldErrors,
    description:
      "Messages for each invalid field or parameter. All errors are reported at once. `non_field_errors` applies to the body as a whole.",
    fields: {},
    example: { amount: ["A valid number is required."], category: ["This field is required."] },
  } satisfies Model,
  ImportFaults: model(faultsOfImport, {
    description: "The errors of an import: those of its expenses, and those of its other fields.",
    fields: {
      expenses:
        "An object for each expense sent, in the same order; it is empty for valid expenses.",
      source: "Messages for `source`.",
      external_id: "Messages for the batch's `external_id`.",
      currency: "Messages for the file's `currency`.",
      currencies: "Messages for the file's `currencies`.",
      shown_in: "Messages for `shown_in`.",
      from_outlay: "Messages for `from_outlay`.",
      home_currency:
        "A message if your home currency is not set, so that nothing tells in which currency some amounts are.",
    },
    example: { expenses: [{}, { amount: ["A valid number is required."] }] },
  }),
  RateFaults: model(v.object({ rates: v.array(fieldErrors) }), {
    description: "The errors of the rates in a list.",
    fields: {
      rates: "An object for each rate sent, in the same order; it is empty for valid rates.",
    },
    example: { rates: [{}, { date: ["This field is required."] }] },
  }),
  TokenRefusal: model(tokenRefusal, {
    description: "The error for missing or invalid credentials.",
    fields: {
      detail,
      code: "A code for the error. It is absent if no token was sent.",
      messages: "Details about an invalid access token.",
    },
    example: { detail: "Authentication credentials were not provided." },
  }),
  EndedKey: model(endedKey, {
    description: "The error for a revoked or expired API key.",
    fields: {
      detail,
      code: "A code for the error.",
      name: "The name of the key.",
      scope: keyScope,
    },
    example: {
      detail: 'The API key "cron on the NAS" was revoked at 2026-11-22T10:00:00.000Z.',
      code: "key_revoked",
      name: "cron on the NAS",
      scope: "import",
    },
  }),
  ScopeRefusal: model(scopeRefusal, {
    description: "The error for an API key whose scope does not permit the operation.",
    fields: {
      detail,
      code: "Always `out_of_scope`.",
      scope: keyScope,
      needed: "The required scope, or `login` if no API key is accepted.",
    },
    example: {
      detail: "This API key has the scope import; this needs a key of scope read or full.",
      code: "out_of_scope",
      scope: "import",
      needed: "read",
    },
  }),
  ForbiddenRequest: model(forbiddenRequest, {
    description: "A request that is refused whoever sends it.",
    fields: {
      detail,
      code: "`foreign_request`: a browser sends it for a page of another site. `unknown_host`: it has a name that isn't the server's. `registration_closed`: nobody can register.",
    },
    example: {
      detail:
        "This request comes from a page of another site. To allow that site, add it to OUTLAY_CORS_ORIGIN.",
      code: "foreign_request",
    },
  }),
  InternalError: model(v.object({ detail: v.string(), request_id: v.string() }), {
    description: "An internal error of the server.",
    fields: { detail, request_id: "The id of the request in the server's log." },
    example: {
      detail: "Internal server error.",
      request_id: "0b0d8a3e-6f0c-4f43-9a53-0c8f5d7a1f5b",
    },
  }),
  Nothing: model(noFields, {
    description: "An empty object.",
    fields: {},
    example: {},
  }),
};

/** The response to `OPTIONS`. It is not among the named schemas, because clients that are generated from the description don't need it. */
export const optionsModel = model(
  v.object({ renders: v.array(v.string()), parses: v.array(v.string()) }),
  {
    description: "The media types that a path returns and accepts.",
    fields: { renders: "Media types of responses.", parses: "Media types of request bodies." },
    example: {
      renders: ["application/json"],
      parses: ["application/json", "application/x-www-form-urlencoded", "multipart/form-data"],
    },
  },
);
