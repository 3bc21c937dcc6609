/**
 * Sums can have more digits than a JSON reader's numbers keep. So they are written as digits, and read as digits: in the
 * JSON itself they are numbers.
 */
import * as v from "valibot";
import { centsToText, decimalToExactCents } from "../money.ts";

/** `1250n` → `12.5`, with all its digits. */
export const jsonNumber = (cents: bigint): string => centsToText(cents).replace(/\.?0+$/, "");

// Within a text a quote has a backslash before it, so that neither finds anything there.

/** Makes texts of the numbers in some fields of a JSON text, wherever they stand. */
export const numbersToTexts = (json: string, fields: readonly string[]): string =>
  json.replaceAll(new RegExp(String.raw`"(${fields.join("|")})":\s*(-?[\d.]+)`, "g"), '"$1":"$2"');

/** Makes numbers of the digits in some fields of a JSON text, wherever they stand. */
export const textsToNumbers = (json: string, fields: readonly string[]): string =>
  json.replaceAll(new RegExp(`"(${fields.join("|")})":"(-?[\\d.]+)"`, "g"), '"$1":$2');

/** A sum's digits as cents. Those of other servers can be below zero where ours never are. */
export const writtenCents = () =>
  v.pipe(v.string(), v.regex(/^-?\d+(\.\d{1,2})?$/), v.transform(decimalToExactCents));
