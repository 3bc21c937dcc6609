import { apiErrorStatus, type ApiErrorCode, type FieldErrors } from "@outlay/shared";
import * as v from "valibot";
import type { ApiAnswer } from "../backend/backend.ts";
import { CliError } from "../errors/cli-error.ts";

const fieldErrors = v.record(v.string(), v.array(v.string()));
const detailError = v.object({ detail: v.string() });

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON is an answer too: it will not fit any schema.
    return undefined;
  }
}

/** An answer that no Outlay server gives. */
export const notOurs = (status: number) =>
  new CliError("unexpected_answer", `What answered (${status}) does not speak Outlay's language.`, {
    hint: "Is the address that of an Outlay server?",
  });

function codeOf(status: number): ApiErrorCode {
  const entries = Object.entries(apiErrorStatus) as [ApiErrorCode, number][];
  const known = entries.find(([, value]) => value === status);
  if (known) return known[0];
  // A proxy's word for a server that is away: 502, 504.
  return status >= 500 ? "storage_unavailable" : "invalid";
}

function fieldsAsText(fields: FieldErrors): string {
  const lines = Object.entries(fields).map(([name, messages]) => `${name}: ${messages.join(" ")}`);
  return ["The server refused the data:", ...lines].join("\n");
}

/** An answer of 400 and above as the error it is. */
function refusalOf({ status, body }: ApiAnswer): CliError {
  const value = parseJson(body);
  const code = codeOf(status);
  const detail = v.safeParse(detailError, value);
  if (detail.success) return new CliError(code, detail.output.detail);
  const fields = v.safeParse(fieldErrors, value);
  if (status === 400 && fields.success) {
    return new CliError(code, fieldsAsText(fields.output), { fields: fields.output });
  }
  return notOurs(status);
}

/**
 * What an answer holds, in its schema's type.
 * @throws CliError with the API's code for a refusal, unexpected_answer for what isn't Outlay's
 */
export function readAnswer<Schema extends v.GenericSchema>(
  answer: ApiAnswer,
  schema: Schema,
): v.InferOutput<Schema> {
  requireSuccess(answer);
  const result = v.safeParse(schema, parseJson(answer.body));
  if (result.success) return result.output;
  throw notOurs(answer.status);
}

/** @throws CliError as readAnswer */
export function requireSuccess(answer: ApiAnswer): void {
  if (answer.status >= 400) throw refusalOf(answer);
  if (answer.status < 200 || answer.status >= 300) throw notOurs(answer.status);
}
