const blanks = /\s+/gu;
// Those of Latin, Greek and Cyrillic letters. The marks of other scripts are letters of their words.
const accents = /[\u0300-\u036F]+/g;

/** Text in one way of writing its characters, with one space for each run of blanks and none around. */
export const evenText = (text: string): string =>
  text.normalize("NFKC").replace(blanks, " ").trim();

/**
 * What two texts have in common that differ in case, accents, blanks or ways of writing the same
 * character: `Café`, `CAFE` and `ＣＡＦÉ`; `Straße` and `STRASSE`.
 */
export const comparableText = (text: string): string =>
  // To lower case first: ẞ becomes SS only as ß does.
  evenText(text.normalize("NFKD").toLowerCase().toUpperCase().replace(accents, ""));
