/** Texts of a record's fields, as options and answers give them. `none` clears a field that may be null. */
import { type AnyField, trimmed } from "@outlay/shared";
import * as v from "valibot";
import { usageError } from "../errors/cli-error.ts";
import { parseApiField } from "./api-field.ts";
import { orNone } from "./or-none.ts";

/** A field whose values are text, or text and null. */
interface TextField<Text extends string | null> extends Pick<AnyField, "title" | "example"> {
  kind: "text";
  input: v.GenericSchema<unknown, Text>;
}

/** @throws CliError usage for a blank text, which the API would refuse without saying what to type */
function refuseBlank(
  { title, example }: Pick<AnyField, "title" | "example">,
  text: string,
  isNullable: boolean,
): string {
  if (trimmed(text) !== "") return text;
  const way = typeof example === "string" ? `Write it like "${example}"` : "Write some text";
  const removal = isNullable ? ", or none to remove it" : "";
  throw usageError(`The ${title.toLowerCase()} is blank.`, `${way}${removal}.`);
}

/**
 * Parses an option's text. Its length is left to the server, which may be of a later version and permit more.
 * @throws CliError usage
 */
export function parseTextOption<Text extends string | null>(
  field: TextField<Text>,
  text: string,
): Text {
  const isNullable = v.is(field.input, null);
  const parse = (given: string) => refuseBlank(field, given, isNullable);
  return (isNullable ? orNone(text, parse) : parse(text)) as Text;
}

/** Parses an answer by the field's own schema, so that it can be corrected at once. @throws CliError usage */
export const parseTextAnswer = <Text extends string | null>(
  field: TextField<Text>,
  answer: string,
): Text => parseApiField(field.input, parseTextOption(field, answer));
