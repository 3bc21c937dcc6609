/**
 * Sums can have more digits than a JSON parser's numbers keep. In the JSON itself they are numbers, but the functions
 * here write and read them as texts of digits.
 */
import * as v from "valibot";
import { centsToText, decimalToExactCents } from "../money.ts";

/** `1250n` → `12.5`, with all its digits. */
export const jsonNumber = (cents: bigint): string => centsToText(cents).replace(/\.?0+$/, "");

// A quote inside a JSON text has a backslash before it, so neither pattern below can match there.

/** Turns the numbers of the given fields into texts, at any depth of the JSON. */
export const numbersToTexts = (json: string, fields: readonly string[]): string =>
  json.replaceAll(new RegExp(String.raw`"(${fields.join("|")})":\s*(-?[\d.]+)`, "g"), '"$1":"$2"');

/** Turns the texts of digits in the given fields into numbers, at any depth of the JSON. */
export const textsToNumbers = (json: string, fields: readonly string[]): string =>
  json.replaceAll(new RegExp(`"(${fields.join("|")})":"(-?[\\d.]+)"`, "g"), '"$1":$2');

/** Reads the digits of a sum as cents. Sums of other servers may be negative even where ours never are. */
export const writtenCents = () =>
  v.pipe(v.string(), v.regex(/^-?\d+(\.\d{1,2})?$/), v.transform(decimalToExactCents));
