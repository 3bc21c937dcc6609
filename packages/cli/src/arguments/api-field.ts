import * as v from "valibot";
import { usageError } from "../errors/cli-error.ts";

/**
 * Returns the value if the API would take it; otherwise throws the API's own message. @throws CliError usage
 */
export function parseApiField<Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
): v.InferOutput<Schema> {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  throw usageError(result.issues[0].message);
}
