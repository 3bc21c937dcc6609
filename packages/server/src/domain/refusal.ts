import type {
  ApiErrorCode,
  ApiKeyScope,
  ApiScopeNeed,
  ErrorBody,
  FieldErrors,
  ForbiddenRequest,
  ScopeRefusal,
} from "@outlay/shared";
import { neededText } from "./api-scopes.ts";

/** Information about a refusal beyond its code and message. */
interface Circumstances {
  /** The time after which a retry may succeed. */
  retryAfterSeconds?: number;
  /** Whether a part of the request's body was not read. */
  isBodyUnread?: boolean;
}

/** An error that becomes the response to a request. It can be thrown anywhere, and is written in one place. */
export class Refusal extends Error {
  readonly code: ApiErrorCode;
  readonly body: ErrorBody;
  readonly retryAfterSeconds: number | undefined;
  readonly isBodyUnread: boolean;

  constructor(
    code: ApiErrorCode,
    body: ErrorBody,
    { retryAfterSeconds, isBodyUnread = false }: Circumstances = {},
  ) {
    super(code);
    this.name = "Refusal";
    this.code = code;
    this.body = body;
    this.retryAfterSeconds = retryAfterSeconds;
    this.isBodyUnread = isBodyUnread;
  }
}

export const invalidFields = (fields: FieldErrors) => new Refusal("invalid", fields);

export const malformedBody = (detail: string) => new Refusal("malformed_body", { detail });

export const notFound = () => new Refusal("not_found", { detail: "Not found." });

export const unauthenticated = (detail: string, more: Record<string, unknown> = {}) =>
  new Refusal("unauthenticated", { detail, ...more });

/** Refuses a valid key whose scope isn't sufficient. */
export const outOfScope = (scope: ApiKeyScope, needed: ApiScopeNeed) => {
  const detail = `This API key has the scope ${scope}; this needs ${neededText(needed)}.`;
  const body = { detail, code: "out_of_scope", scope, needed } satisfies ScopeRefusal;
  return new Refusal("out_of_scope", body);
};

/** Refuses a request whoever sends it. */
export const forbidden = (code: ForbiddenRequest["code"], detail: string) =>
  new Refusal(code, { detail, code } satisfies ForbiddenRequest);

/** Refuses a valid token of a user that doesn't exist any more, or never did. */
export const userNotFound = () => unauthenticated("User not found", { code: "user_not_found" });

const tokenNotValid = { code: "token_not_valid" };

/** Refuses an invalid token in a body. */
export const badToken = (message: string) => unauthenticated(message, tokenNotValid);

/** Refuses an invalid token in the header. */
export const badAccessToken = (message: string) =>
  unauthenticated("Given token not valid for any token type", {
    ...tokenNotValid,
    messages: [{ token_class: "AccessToken", token_type: "access", message }],
  });

export const tokenInvalid = "Token is invalid or expired";
export const tokenOfWrongType = "Token has wrong type";

/** @param waitMs the time after which a retry may succeed */
export const throttled = (
  waitMs: number,
  { isBodyUnread = false }: Pick<Circumstances, "isBodyUnread"> = {},
) => {
  const retryAfterSeconds = Math.max(1, Math.ceil(waitMs / 1000));
  const detail = `Request was throttled. Expected available in ${retryAfterSeconds} seconds.`;
  return new Refusal("throttled", { detail }, { retryAfterSeconds, isBodyUnread });
};
