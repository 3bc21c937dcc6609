import { endedKey, forbiddenRequest, importFaults, noFields, scopeRefusal } from "@outlay/shared";
import * as v from "valibot";
import { model, type Model } from "../model.ts";

const detail = "What is wrong, in words.";
const keyScope = "The key's scope.";
const messages = v.array(v.string());

const fieldErrors = v.record(v.string(), messages);

/** With each field by name: an object of named fields and of others by any name is no type of TypeScript. */
const faultsOfImport = v.object({
  ...importFaults.entries,
  source: v.optional(messages),
  external_id: v.optional(messages),
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
    description: "What is wrong with the request as a whole.",
    fields: { detail },
    example: { detail: "Not found." },
  }),
  FieldErrors: {
    schema: fieldErrors,
    description:
      "What is wrong with each field or parameter, all at once. `non_field_errors` is about the body itself.",
    fields: {},
    example: { amount: ["A valid number is required."], category: ["This field is required."] },
  } satisfies Model,
  ImportFaults: model(faultsOfImport, {
    description: "What is wrong with the expenses of an import, and with its other fields.",
    fields: {
      expenses: "One for each that was sent: `{}` for those that are right.",
      source: "What is wrong with the source.",
      external_id: "What is wrong with the batch's external id.",
    },
    example: { expenses: [{}, { amount: ["A valid number is required."] }] },
  }),
  TokenRefusal: model(tokenRefusal, {
    description: "No token, or one that is no good.",
    fields: {
      detail,
      code: "The same for programs, where there is a token or user to speak of.",
      messages: "More about an access token that can't be used.",
    },
    example: { detail: "Authentication credentials were not provided." },
  }),
  EndedKey: model(endedKey, {
    description: "An API key that was good once.",
    fields: { detail, code: "Why it is over.", name: "The key's name.", scope: keyScope },
    example: {
      detail: 'The API key "cron on the NAS" was revoked at 2026-11-22T10:00:00.000Z.',
      code: "key_revoked",
      name: "cron on the NAS",
      scope: "import",
    },
  }),
  ScopeRefusal: model(scopeRefusal, {
    description: "A good API key that may do other things than this.",
    fields: {
      detail,
      code: "Always the same.",
      scope: keyScope,
      needed: "The scope that is needed, or `login` for what no key may do.",
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
    description: "A fault of the server.",
    fields: { detail, request_id: "What the operator finds it by in the server's log." },
    example: {
      detail: "Internal server error.",
      request_id: "0b0d8a3e-6f0c-4f43-9a53-0c8f5d7a1f5b",
    },
  }),
  Nothing: model(noFields, {
    description: "An object without fields.",
    fields: {},
    example: {},
  }),
};

/** The answer to `OPTIONS`. No operation has it, so it is no type of a program that is made from the description. */
export const optionsModel = model(
  v.object({ renders: v.array(v.string()), parses: v.array(v.string()) }),
  {
    description: "What a path answers with, and takes.",
    fields: { renders: "Media types of answers.", parses: "Media types of bodies." },
    example: {
      renders: ["application/json"],
      parses: ["application/json", "application/x-www-form-urlencoded", "multipart/form-data"],
    },
  },
);
