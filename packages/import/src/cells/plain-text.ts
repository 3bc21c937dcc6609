/** Normal forms of text, so that different spellings of the same cell compare as equal. */

// Direction marks affect how text is drawn, not what it says.
const invisible = /[\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;
const blanks = /[\s\u00A0\u2000-\u200A\u202F\u205F\u3000]+/g;

// A fast path: nearly all cells are tidy ASCII, and files are long.
const tidy = /^(?:[!-~]+(?: [!-~]+)*)?$/;
const isTidy = (text: string) => tidy.test(text);

/**
 * Puts text on one line: runs of blanks and line ends become one blank, blanks at both ends and invisible
 * characters are removed.
 */
export const oneLine = (text: string): string =>
  isTidy(text) ? text : text.replace(invisible, "").replace(blanks, " ").trim();

const foreignDigit = /(?![0-9])\p{Nd}/gu;
const isDigit = /^\p{Nd}$/u;
const valuesOfDigits = new Map<string, string>();

/** Finds a digit's value, since each script has its ten digits in order. */
function valueOfDigit(digit: string): string {
  const known = valuesOfDigits.get(digit);
  if (known !== undefined) return known;
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && isDigit.test(String.fromCodePoint(zero - 1))) zero -= 1;
  const value = String(code - zero);
  valuesOfDigits.set(digit, value);
  return value;
}

/**
 * Like `oneLine`, with full-width letters, ligatures and similar forms replaced by plain ones, and the digits
 * of every script by 0 to 9.
 */
export const plain = (text: string): string =>
  isTidy(text) ? text : oneLine(text.normalize("NFKC")).replace(foreignDigit, valueOfDigit);

// In Japanese, marks make different letters: か and が.
const marks = /(?![\u3099\u309A])\p{Mn}/gu;

const ascii = /^[\x20-\x7E]*$/;
const isAscii = (text: string) => ascii.test(text);

// Compatibility decomposition splits Korean and Japanese letters, which are then composed again.
const inParts = /[\u1100-\u11FF]|\u3099|\u309A/;
const decomposed = (text: string): string => {
  const letters = text.normalize("NFKD").replace(marks, "");
  return inParts.test(letters) ? letters.normalize("NFC") : letters;
};

const foldedLetters = (text: string): string =>
  decomposed(text)
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replaceAll("ı", "i")
    .replaceAll("ł", "l")
    .replaceAll("đ", "d")
    .replaceAll("ø", "o")
    .replaceAll("æ", "ae");

/** Removes case and accents, and leaves everything else unchanged. */
export const folded = (text: string): string =>
  isAscii(text) ? text.toLowerCase() : foldedLetters(text);

const nothingButWords = /^(?:[A-Za-z0-9+/-]+(?: [A-Za-z0-9+/-]+)*)?$/;

/** Returns the form in which names and words are compared: no case, accents or punctuation. */
export function bareWords(text: string): string {
  if (nothingButWords.test(text)) return text.toLowerCase();
  return isAscii(text)
    ? text
        .toLowerCase()
        .replace(/[^a-z0-9+/-]+/g, " ")
        .trim()
    : oneLine(foldedLetters(text).replace(/[^\p{L}\p{N}+/-]+/gu, " "));
}

/**
 * Removes wrappings from a cell's text: a spreadsheet's `="0123"`, and quotes that were escaped in a
 * non-standard way.
 */
export function undressed(cell: string): string {
  const text = cell.trim();
  if (!text.endsWith('"') && !text.endsWith("'")) return cell;
  const formula = /^="(.*)"$/s.exec(text);
  if (formula) return formula[1] ?? "";
  const single = /^'(.*)'$/s.exec(text);
  if (single) return single[1] ?? "";
  const quoted = /^"(.*)"$/s.exec(text);
  return quoted ? (quoted[1] ?? "").replace(/\\"|""/g, '"') : cell;
}

const nothing = /^(?:n\/?a|null|nil|none|-{2,}|\*{2,}|={2,}|_{2,}|[\u2013\u2014]+)?$/i;

/**
 * Whether a cell holds a placeholder for an empty value. The first letter rules this out for nearly all cells.
 */
export const isNothing = (cell: string): boolean =>
  cell === "" || ("nN-*=_\u2013\u2014".includes(cell.charAt(0)) && nothing.test(cell));
