/** Answers that refuse, as the errors that they are. */
import {
  apiErrorStatus,
  type ApiErrorCode,
  counted,
  type ErrorCode,
  type FieldErrors,
  foreignRefusal,
} from "@outlay/shared";
import * as v from "valibot";
import { type ApiAnswer, headerOf, retryAfterSeconds } from "../backend/backend.ts";
import { CliError } from "../errors/cli-error.ts";
import { scopeError } from "./key-refusals.ts";
import { parseJson } from "./parse-json.ts";

const fieldErrors = v.record(v.string(), v.array(v.string()));
const detailError = v.object({ detail: v.string() });

/** Where an answer sends to, without what may be a secret in it; tokens never go there. */
function redirectionOf(answer: ApiAnswer): CliError | undefined {
  const location = headerOf(answer, "location")?.replace(/[?#].*$/, "");
  if (answer.status < 300 || answer.status >= 400 || !location) return undefined;
  return new CliError(
    "unexpected_answer",
    `What answered (${answer.status}) is no Outlay server, but sends to ${location}`,
    { hint: "If the server has moved there, log in again: outlay login --server URL" },
  );
}

/** What a proxy says without a word of the server behind it. */
const proxyWords: Readonly<Record<number, readonly [code: ErrorCode, message: string]>> = {
  413: ["body_too_large", "A proxy before the server takes no requests of this size"],
  429: ["throttled", "The server has too many requests at the moment"],
  502: ["unreachable", "The server is away; a proxy answers in its place"],
  503: ["unreachable", "The server is away for now; a proxy answers in its place"],
  504: ["unreachable", "The server did not answer in time; a proxy answers in its place"],
};

/** An answer that no Outlay server gives. */
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
    `What answered (${status}) does not speak Outlay's language.`,
    { hint: "Is the address that of an Outlay server?" },
  );
}

function codeOf(status: number): ApiErrorCode {
  const entries = Object.entries(apiErrorStatus) as [ApiErrorCode, number][];
  const known = entries.find(([, value]) => value === status);
  if (known) return known[0];
  // A proxy's word for a server that is away: 502, 504.
  return status >= 500 ? "storage_unavailable" : "invalid";
}

const later = "Try again later.";
const otherVersions = "Are client and server of very different versions? See: outlay --version";

function throttledHint(answer: ApiAnswer): string {
  const seconds = retryAfterSeconds(answer);
  return seconds === undefined ? later : `Try again in ${counted(seconds, "second")}.`;
}

function internalHint(answer: ApiAnswer): string {
  const id = headerOf(answer, "x-request-id");
  const where = id === undefined ? "" : ` It is request ${id} in the server's log.`;
  return `The fault is the server's, not yours.${where}`;
}

/** What to do about a refusal that doesn't say it itself. */
const hints: Partial<Record<ErrorCode, (answer: ApiAnswer) => string>> = {
  throttled: throttledHint,
  internal: internalHint,
  registration_closed: () => "Ask whoever runs the server for an account.",
  body_too_large: () => "Send less at once.",
  storage_unavailable: () => later,
  storage_full: () => "Make room on the server, then try again.",
  malformed_body: () => otherVersions,
  method_not_allowed: () => otherVersions,
  not_acceptable: () => otherVersions,
  unsupported_media_type: () => otherVersions,
};

/** A server's word that a token or password is no good; what a proxy asks for is another matter. */
export const isRefusedToken = ({ status, body }: ApiAnswer): boolean =>
  status === 401 && v.is(detailError, parseJson(body));

export function invalidError(heading: string, fields: FieldErrors): CliError {
  const lines = Object.entries(fields).map(([name, messages]) => `${name}: ${messages.join(" ")}`);
  return new CliError("invalid", [heading, ...lines].join("\n"), { fields });
}

/** An answer of 400 and above as the error it is. */
export function refusalOf(answer: ApiAnswer): CliError {
  const { status, body } = answer;
  const value = parseJson(body);
  const scope = status === apiErrorStatus.out_of_scope ? scopeError(value) : undefined;
  if (scope) return scope;
  const foreign = v.safeParse(foreignRefusal, value);
  if (foreign.success) return new CliError("foreign_request", foreign.output.detail);
  const detail = v.safeParse(detailError, value);
  if (detail.success) {
    // Wrong fields are named each; what has none can't have been read.
    const code = status === 400 ? "malformed_body" : codeOf(status);
    const hint = hints[code]?.(answer);
    return new CliError(code, detail.output.detail, hint === undefined ? {} : { hint });
  }
  const fields = v.safeParse(fieldErrors, value);
  if (status === 400 && fields.success) {
    return invalidError("The server refused the data:", fields.output);
  }
  return notOurs(answer);
}
