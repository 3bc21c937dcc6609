import { ImportRefusal } from "../refusal.ts";
import { comparableText } from "./comparable-text.ts";
import { mostQuantifiers, quantifiersIn, repeatsSafely } from "./repeats-safely.ts";

/** The compiled form of a rule's pattern. */
export type Pattern =
  /** Parts that occur one after the other in comparable text, with anything between them. */
  | { kind: "words"; parts: readonly string[] }
  /** A regular expression that is applied to even text. */
  | { kind: "expression"; expression: RegExp };

const maxPatternLength = 255;

const badPattern = (message: string, hint: string) =>
  new ImportRefusal("bad_pattern", message, hint);

const slashes = /^\/(?<source>.+)\/(?<flags>[a-z]*)$/su;

/** Extracts the reason from messages such as `Invalid regular expression: /(/iu: Unterminated group`. */
const reasonOf = (error: SyntaxError) =>
  error.message.slice(error.message.lastIndexOf(": ") + 2).toLowerCase();

/** @throws ImportRefusal bad_pattern */
function parseExpression(text: string, source: string, flags: string): Pattern {
  if (flags !== "" && flags !== "i") {
    throw badPattern(
      `Pattern "${text}" has the flags "${flags}", which rules don't support.`,
      `Write it like /${source}/. Case is ignored anyway.`,
    );
  }
  if (quantifiersIn(source) > mostQuantifiers) {
    throw badPattern(
      `Pattern "${text}" could take forever: it has more than ${mostQuantifiers} quantifiers (*, +, ? or {…}).`,
      "Remove some of them, or split it into two rules.",
    );
  }
  let expression: RegExp;
  try {
    expression = new RegExp(source.normalize(), "iu");
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw badPattern(
      `Pattern "${text}" is not a valid regular expression: ${reasonOf(error)}.`,
      "Correct it, or remove the slashes around it to search for the text itself.",
    );
  }
  if (!repeatsSafely(source)) {
    throw badPattern(
      `Pattern "${text}" could take forever: a repeated group contains *, +, ?, {…} or |.`,
      "Don't repeat the group, or remove those characters from it.",
    );
  }
  return { kind: "expression", expression };
}

const wordsPattern = (text: string): Pattern => ({
  kind: "words",
  parts: text
    .split("*")
    .map(comparableText)
    .filter((part) => part !== ""),
});

const matchesEmptyText = (pattern: Pattern) =>
  pattern.kind === "words" ? pattern.parts.length === 0 : pattern.expression.test("");

/**
 * Parses a pattern as people write it: `netflix`, `uber*eats`, `/^uber (eats|trip)/`.
 * @throws ImportRefusal bad_pattern
 */
export function parsePattern(text: string): Pattern {
  const written = text.trim();
  if (written === "") {
    throw badPattern(
      "The pattern is empty.",
      "Write a part of the descriptions that it should match: outlay rules add netflix data",
    );
  }
  if (written.length > maxPatternLength) {
    throw badPattern(
      `The pattern has ${written.length} characters; at most ${maxPatternLength} are allowed.`,
      "A part of the descriptions that it should match is enough.",
    );
  }
  const { source, flags = "" } = slashes.exec(written)?.groups ?? {};
  const pattern =
    source === undefined ? wordsPattern(written) : parseExpression(written, source, flags);
  if (matchesEmptyText(pattern)) {
    throw badPattern(
      `Pattern "${text}" matches even an empty text.`,
      "Include something that has to occur, like netflix or uber*eats.",
    );
  }
  return pattern;
}

/** Returns the same key for patterns that are written differently but match the same. */
export const patternKey = (pattern: Pattern): string =>
  pattern.kind === "words" ? `*${pattern.parts.join("*")}*` : `/${pattern.expression.source}/`;

/** Whether a pattern matches everything that another one does. For regular expressions this can't be known. */
export function coversPattern(pattern: Pattern, other: Pattern): boolean {
  if (pattern.kind === "expression" || other.kind === "expression") return false;
  // Comparable text has no line breaks, so a part can only be found within another part.
  return hasParts(other.parts.join("\n"), pattern.parts);
}

/** Whether the parts occur in the text, one after the other. */
export function hasParts(text: string, parts: readonly string[]): boolean {
  let from = 0;
  for (const part of parts) {
    const at = text.indexOf(part, from);
    if (at === -1) return false;
    from = at + part.length;
  }
  return true;
}
