const blanks = /\s+/gu;
// Accents of Latin, Greek and Cyrillic letters. In other scripts, marks are letters in their own right.
const accents = /[\u0300-\u036F]+/g;

/** Normalises a text's characters, turns each run of blanks into one space, and trims both ends. */
export const evenText = (text: string): string =>
  text.normalize("NFKC").replace(blanks, " ").trim();

/**
 * Returns the same text for texts that differ only in case, accents, blanks or the encoding of characters:
 * `Café`, `CAFE` and `ＣＡＦÉ`; `Straße` and `STRASSE`.
 */
export const comparableText = (text: string): string =>
  // Lower case comes first, because ẞ becomes SS only by way of ß.
  evenText(text.normalize("NFKD").toLowerCase().toUpperCase().replace(accents, ""));
