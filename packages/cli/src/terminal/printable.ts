/** Line breaks and tabs as a space. */
const breaks = /[\t\n\r\u0085\u2028\u2029]+/g;
/** Controls, and marks that turn the direction of text: either can make a terminal show what isn't there. */
const controls = /[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** Text from elsewhere made safe to show on one line of a terminal. */
export const printable = (text: string): string =>
  text.replace(breaks, " ").replace(controls, "\uFFFD");

/** Text of several lines made safe to show on a terminal, with its lines as they are. */
export const printableLines = (text: string): string =>
  text
    .replace(/\r(?=\n)/g, "")
    .replace(/[^\t\n\P{Cc}]|[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, "\uFFFD");

const escaped = (character: string) =>
  `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** JSON with its characters that a terminal could obey written as escapes. */
export const harmlessJson = (json: string): string => json.replace(controls, escaped);

/** JSON on one line, with what a terminal could obey written as escapes: the same to a program. */
export const printableJson = (value: unknown): string => harmlessJson(JSON.stringify(value));
