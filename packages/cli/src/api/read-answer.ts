import * as v from "valibot";
import type { ApiAnswer } from "../backend/backend.ts";
import { parseJson } from "./parse-json.ts";
import { notOurs, refusalOf } from "./refusal.ts";

/**
 * Reads an answer's body, typed by its schema.
 * @throws CliError with the API's code for a refusal; unexpected_answer for a body that isn't Outlay's
 */
export function readAnswer<Schema extends v.GenericSchema>(
  answer: ApiAnswer,
  schema: Schema,
): v.InferOutput<Schema> {
  requireSuccess(answer);
  const result = v.safeParse(schema, parseJson(answer.body));
  if (result.success) return result.output;
  throw notOurs(answer);
}

/** @throws CliError as readAnswer */
export function requireSuccess(answer: ApiAnswer): void {
  if (answer.status >= 400) throw refusalOf(answer);
  if (answer.status < 200 || answer.status >= 300) throw notOurs(answer);
}
