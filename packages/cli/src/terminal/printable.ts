/** Matches line breaks and tabs, which are shown as a space. */
const breaks = /[\t\n\r\u0085\u2028\u2029]+/g;
/**
 * Matches control characters and marks that change the direction of text: either can make a terminal show
 * something that isn't there.
 */
const controls = /[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** Makes text from elsewhere safe to show on one line of a terminal. */
export const printable = (text: string): string =>
  text.replace(breaks, " ").replace(controls, "\uFFFD");

/** Makes text of several lines safe to show on a terminal, keeping its line breaks. */
export const printableLines = (text: string): string =>
  text
    .replace(/\r(?=\n)/g, "")
    .replace(/[^\t\n\P{Cc}]|[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, "\uFFFD");

const escaped = (character: string) =>
  `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** Escapes the characters in JSON that a terminal could interpret. */
export const harmlessJson = (json: string): string => json.replace(controls, escaped);

/**
 * Writes JSON on one line, with characters that a terminal could interpret escaped: programs read the same
 * value.
 */
export const printableJson = (value: unknown): string => harmlessJson(JSON.stringify(value));
