/** Text and macros of a page that `man` shows, in the words that groff and mandoc share: man(7). */
import { wrap } from "../terminal/wrap.ts";

/** Characters that would be shown as others, or not be taken for text. */
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
  // A page of ASCII alone is shown the same whatever a reader takes its encoding for.
  const code = character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0");
  return `\\[u${code}]`;
}

export const escaped = (words: string): string =>
  words.replaceAll(/[\\\-'`^~"]|[^\n -~]/gu, escapedCharacter);

export const bold = (words: string): string => `\\fB${escaped(words)}\\fR`;
export const italic = (words: string): string => `\\fI${escaped(words)}\\fR`;

/** Words in which what is typed stands between backticks; where their lines end says nothing. */
export const prose = (words: string): string =>
  words
    .replaceAll("\n", " ")
    .split("`")
    .map((part, index) => (index % 2 === 0 ? escaped(part) : bold(part)))
    .join("");

const lineWidth = 78;

/** Lines of text, of which none is taken for a macro. */
const asText = (lines: readonly string[]): string =>
  lines.map((line) => (line.startsWith(".") ? `\\&${line}` : line)).join("\n");

/** What goes on in lines as wide as there is room. A full stop at the end of one would be given a wider blank. */
export const text = (words: string): string =>
  asText(wrap(words, lineWidth).map((line) => line.replace(/[.!?]$/, "$&\\&")));

const macro = (name: string, ...given: readonly string[]): string =>
  [`.${name}`, ...given.map((argument) => `"${argument}"`)].join(" ");

/** @param day YYYY-MM-DD */
export const title = (name: string, day: string, version: string): string =>
  [
    macro("TH", escaped(name), "1", day, escaped(version), "User Commands"),
    // Command lines are copied: their words stay whole, and their blanks as many as they are.
    ".nh",
    ".ad l",
  ].join("\n");

export const section = (heading: string): string => macro("SH", escaped(heading));
export const subsection = (heading: string): string => macro("SS", escaped(heading));
export const paragraph = (words: string): string => `.PP\n${text(words)}`;

/** What something is called, and below it what it is. */
export const entry = (name: string, words: string): string =>
  `.TP\n${asText([name])}\n${text(words)}`;

/** Without lines between them. */
export const closeTogether = (entries: readonly string[]): string[] => [".PD 0", ...entries, ".PD"];

/** Lines that are shown as they are. */
export const asIs = (words: string): string =>
  [".PP", ".nf", asText(escaped(words.trimEnd()).split("\n")), ".fi"].join("\n");
