/** Turns answers that refuse a request into errors. */
import {
  apiErrorStatus,
  type ApiErrorCode,
  counted,
  type ErrorCode,
  type FieldErrors,
  forbiddenRequest,
} from "@outlay/shared";
import * as v from "valibot";
import { type ApiAnswer, headerOf, retryAfterSeconds } from "../backend/backend.ts";
import { CliError } from "../errors/cli-error.ts";
import { scopeError } from "./key-refusals.ts";
import { parseJson } from "./parse-json.ts";

const fieldErrors = v.record(v.string(), v.array(v.string()));
const detailError = v.object({ detail: v.string() });

/** The address that an answer redirects to, without parts that may be secret; tokens are never sent there. */
function redirectionOf(answer: ApiAnswer): CliError | undefined {
  const location = headerOf(answer, "location")?.replace(/[?#].*$/, "");
  if (answer.status < 300 || answer.status >= 400 || !location) return undefined;
  return new CliError(
    "unexpected_answer",
    `The answer (${answer.status}) is not from an Outlay server; it redirects to ${location}`,
    { hint: "If the server has moved there, log in again: outlay login --server URL" },
  );
}

/** Errors for a proxy's own answers, which carry no message from the server behind it. */
const proxyWords: Readonly<Record<number, readonly [code: ErrorCode, message: string]>> = {
  413: ["body_too_large", "A proxy in front of the server does not accept requests of this size"],
  429: ["throttled", "The server is receiving too many requests at the moment"],
  502: ["unreachable", "The server is unavailable; a proxy answered in its place"],
  503: ["unreachable", "The server is temporarily unavailable; a proxy answered in its place"],
  504: ["unreachable", "The server did not answer in time; a proxy answered in its place"],
};

/** The error for an answer that cannot come from an Outlay server. */
export function notOurs(answer: ApiAnswer): CliError {
  const redirection = redirectionOf(answer);
  if (redirection) return redirection;
  const { status } = answer;
  const [code, message] = proxyWords[status] ?? [];
  if (code !== undefined) {
    return new CliError(code, `${message} (${status}).`, { hint: hints[code]?.(answer) ?? later });
  }
  return new CliError(
    "unexpected_answer",
    `The answer (${status}) does not come from an Outlay server.`,
    { hint: "Check that the address is that of an Outlay server." },
  );
}

const refusedByOthers = (message: string): CliError =>
  new CliError("unexpected_answer", `The request was refused (403): ${message}`, {
    hint: "The refusal may come from a proxy in front of the server.",
  });

/** The code of an answer with a message; undefined for a 403 that doesn't name one of Outlay's. */
function codeOf(status: number, body: unknown): ApiErrorCode | undefined {
  if (status === 403) {
    const forbidden = v.safeParse(forbiddenRequest, body);
    return forbidden.success ? forbidden.output.code : undefined;
  }
  // Invalid fields are listed by name; a body without any could not be parsed.
  if (status === 400) return "malformed_body";
  const entries = Object.entries(apiErrorStatus) as [ApiErrorCode, number][];
  const known = entries.find(([, value]) => value === status);
  if (known) return known[0];
  // 502 and 504 are a proxy's answers for a server that is unavailable.
  return status >= 500 ? "storage_unavailable" : "invalid";
}

const later = "Try again later.";
const otherVersions =
  "The client and the server may be of very different versions. See: outlay --version";

function throttledHint(answer: ApiAnswer): string {
  const seconds = retryAfterSeconds(answer);
  return seconds === undefined ? later : `Try again in ${counted(seconds, "second")}.`;
}

function internalHint(answer: ApiAnswer): string {
  const id = headerOf(answer, "x-request-id");
  const where = id === undefined ? "" : ` The server's log has it as request ${id}.`;
  return `The server failed; your request is not the cause.${where}`;
}

/** Hints for refusals that don't contain their own. */
const hints: Partial<Record<ErrorCode, (answer: ApiAnswer) => string>> = {
  throttled: throttledHint,
  internal: internalHint,
  registration_closed: () => "Ask the person who runs the server for an account.",
  body_too_large: () => "Send less at once.",
  storage_unavailable: () => later,
  storage_full: () => "Free some disk space on the server, then try again.",
  malformed_body: () => otherVersions,
  method_not_allowed: () => otherVersions,
  not_acceptable: () => otherVersions,
  unsupported_media_type: () => otherVersions,
};

/**
 * Whether the server itself rejects the token or password; a proxy that asks for its own credentials is not
 * meant.
 */
export const isRefusedToken = ({ status, body }: ApiAnswer): boolean =>
  status === 401 && v.is(detailError, parseJson(body));

export function invalidError(heading: string, fields: FieldErrors): CliError {
  const lines = Object.entries(fields).map(([name, messages]) => `${name}: ${messages.join(" ")}`);
  return new CliError("invalid", [heading, ...lines].join("\n"), { fields });
}

/** Returns the error for an answer with status 400 or above. */
export function refusalOf(answer: ApiAnswer): CliError {
  const { status, body } = answer;
  const value = parseJson(body);
  const scope = status === apiErrorStatus.out_of_scope ? scopeError(value) : undefined;
  if (scope) return scope;
  const detail = v.safeParse(detailError, value);
  if (detail.success) {
    const code = codeOf(status, value);
    const message = detail.output.detail;
    if (code === undefined) return refusedByOthers(message);
    const hint = hints[code]?.(answer);
    return new CliError(code, message, hint === undefined ? {} : { hint });
  }
  const fields = v.safeParse(fieldErrors, value);
  if (status === 400 && fields.success) {
    return invalidError("The server refused the data:", fields.output);
  }
  return notOurs(answer);
}
