/** Text and macros of a manual page, in the subset that groff and mandoc share: man(7). */
import { wrap } from "../terminal/wrap.ts";

/** Characters that would be shown as others, or interpreted as markup. */
const special: Readonly<Record<string, string>> = {
  "\\": "\\e",
  "-": "\\-",
  "'": "\\(aq",
  "`": "\\(ga",
  "^": "\\(ha",
  "~": "\\(ti",
  '"': "\\(dq",
  // Terminals without Unicode have no glyph for it.
  "…": "...",
};

function escapedCharacter(character: string): string {
  const known = special[character];
  if (known !== undefined) return known;
  // A page of pure ASCII is shown the same in any encoding.
  const code = character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0");
  return `\\[u${code}]`;
}

export const escaped = (words: string): string =>
  words.replaceAll(/[\\\-'`^~"]|[^\n -~]/gu, escapedCharacter);

export const bold = (words: string): string => `\\fB${escaped(words)}\\fR`;
export const italic = (words: string): string => `\\fI${escaped(words)}\\fR`;

/** Formats words with text to be typed in backticks; line breaks in the source have no meaning. */
export const prose = (words: string): string =>
  words
    .replaceAll("\n", " ")
    .split("`")
    .map((part, index) => (index % 2 === 0 ? escaped(part) : bold(part)))
    .join("");

const lineWidth = 78;

/** Lines of text, escaped so that none is taken for a macro. */
const asText = (lines: readonly string[]): string =>
  lines.map((line) => (line.startsWith(".") ? `\\&${line}` : line)).join("\n");

/**
 * Text that is filled into lines. A full stop at the end of a source line would be followed by a wider space.
 */
export const text = (words: string): string =>
  asText(wrap(words, lineWidth).map((line) => line.replace(/[.!?]$/, "$&\\&")));

const macro = (name: string, ...given: readonly string[]): string =>
  [`.${name}`, ...given.map((argument) => `"${argument}"`)].join(" ");

/** @param day YYYY-MM-DD */
export const title = (name: string, day: string, version: string): string =>
  [
    macro("TH", escaped(name), "1", day, escaped(version), "User Commands"),
    // Command lines are copied, so their words stay whole and their spaces are preserved.
    ".nh",
    ".ad l",
  ].join("\n");

export const section = (heading: string): string => macro("SH", escaped(heading));
export const subsection = (heading: string): string => macro("SS", escaped(heading));
export const paragraph = (words: string): string => `.PP\n${text(words)}`;

/** A term, and below it its explanation. */
export const entry = (name: string, words: string): string =>
  `.TP\n${asText([name])}\n${text(words)}`;

/** Entries without blank lines between them. */
export const closeTogether = (entries: readonly string[]): string[] => [".PD 0", ...entries, ".PD"];

/** Lines that are shown unchanged. */
export const asIs = (words: string): string =>
  [".PP", ".nf", asText(escaped(words.trimEnd()).split("\n")), ".fi"].join("\n");
