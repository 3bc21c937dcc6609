/** What people take for a CSV file and isn't one: each kind with what is said of such a file. */

/** Known by the first bytes. */
const byBytes: readonly [readonly number[], string][] = [
  [[0x50, 0x4b, 0x03, 0x04], "is a spreadsheet or a zip archive"],
  [[0xd0, 0xcf, 0x11, 0xe0], "is an old Excel file"],
  [[0x1f, 0x8b], "is compressed with gzip"],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a], "is compressed with xz"],
  [[0x37, 0x7a, 0xbc, 0xaf], "is a 7z archive"],
  // A cell may begin with the four letters, but never with the byte behind them.
  [[...Buffer.from("PAR1"), 0x15], "is a Parquet file"],
  [[...Buffer.from("SQLite format 3"), 0], "is an SQLite database"],
];

/** Records of a fixed width have no separators, only blanks, where a CSV file would have some. */
const fixedWidths: readonly [RegExp, string][] = [
  // The day, the bank and the application, and then blanks; the account, its balance and the day.
  [/^\s*0{5}\d{9}05[ D] {7}[^\r\n]{0,104}\s*1\d{4}[^\r\n]{37}[01]\d{21}/, "is a CODA statement"],
  // The bank, the branch, the currency with its decimals, the account and the day.
  [
    /^\s*0[1457]\d{5}[\w ]{9}[A-Z]{3}\d[\w ]\w{11}[\w ]{2}\d{6}[^\r\n]{0,80}\s*(?:0[1457]\d{5}|$)/,
    "is a CFONB 120 statement",
  ],
  // The account, two days, a sign, the balance and the currency's number.
  [
    /^\s*11[\w ]{18}\d{12}[12]\d{17}[^\r\n]{0,30}\s*(?:22|23|24|33|88|$)/,
    "is a Norma 43 statement",
  ],
];

/** Comments and declarations may come first. Some CSV files have their headers in such brackets. */
const htmlStart = String.raw`^\s*(?:<[?!][^>]*>\s*)*(?=<(?:html|head|body|title|table|tr|meta|style|script|div|center)\b(?!>[,;|\t]))`;

const markup: readonly [RegExp, string][] = [
  [/^\s*(?:<[?!][^>]*>\s*)*<(?:\w+:)?Workbook\s/i, "is an Excel spreadsheet in XML"],
  [/^\s*<(?:\?xml|(?:\w+:)?Document\b)[^]*?\bcamt\.052\b/, "is a CAMT.052 report"],
  [/^\s*<(?:\?xml|(?:\w+:)?Document\b)[^]*?\bcamt\.053\b/, "is a CAMT.053 statement"],
  // A page where somebody logs in may have a table too, but has something to fill in.
  [
    new RegExp(
      String.raw`${htmlStart}(?![^]*<(?:form|input|script)\b)[^]*?(?:<table\b|urn:schemas-microsoft-com:office)`,
      "i",
    ),
    "is a table in HTML",
  ],
  [
    new RegExp(String.raw`${htmlStart}|^\s*<!doctype html`, "i"),
    "is a web page, perhaps of a login that is over",
  ],
  [/^\s*<\?xml/i, "is XML"],
];

/** Known by the first words. A line that stands before them has no separator in it. */
const byText: readonly [RegExp, string][] = [
  [/^%PDF-/, "is a PDF document"],
  [/^\s*\{\\rtf/, "is an RTF document"],
  [/^BZh[1-9]1AY&SY/, "is compressed with bzip2"],
  [
    /^(?:[^,;|\t"\r\n]*[\r\n]){0,20}\s*(?:OFXHEADER[ \t]*:|<\?OFX\b|<OFX>)|^\s*<\?xml[^]*?<\??OFX\b/i,
    "is OFX",
  ],
  // A record ends with a line that is a caret, and a list with the next one's header.
  [
    /^\s*!(?:Account[ \t]*|(?:Type|Option|Clear):[^,;|\t"\r\n]*)(?:\s*$|[\r\n](?:[^]*[\r\n])?(?:\^[ \t]*(?:[\r\n]|$)|!(?:Type|Account|Option|Clear)\b))/i,
    "is QIF",
  ],
  [
    /^\s*!(HDR|ACCNT|TRNS|CUST|VEND|EMP|OTHERNAME|INVITEM|CLASS|BUD)\t[^\r\n]*[\r\n]\s*(?:!|\1\t)/,
    "is IIF",
  ],
  // It takes two fields, with nothing in the first that separates cells.
  [
    /^[^\w"]{0,3}\{1:[A-Z]\d\d|^(?:[^,;|\t"\r\n]*[\r\n]){0,20}\s*:(?:20|25|28C?):[^,;|\t"\r\n]*[\r\n]\s*:\d\d[A-Z]?:/,
    "is an MT940 or MT942 statement",
  ],
  // The second record has its group's status where the first has a day.
  [
    /^\s*01,[^,\r\n]*,[^,\r\n]*,\d{6,8},[^\r\n]*\/\s*02,[^,\r\n]*,[^,\r\n]*,[0-4]?,\d{6,8},/,
    "is a BAI2 statement",
  ],
  ...fixedWidths,
  ...markup,
];

const textLength = 4096;

/**
 * What else a file is than CSV, to be said behind its name.
 * @param start its first bytes
 * @param encoding in which these are text, if they are
 */
export function otherKindOf(start: Uint8Array, encoding: string): string | undefined {
  const text = new TextDecoder(encoding).decode(start).slice(0, textLength);
  return (
    byBytes.find(([bytes]) => bytes.every((byte, at) => start[at] === byte))?.[1] ??
    byText.find(([pattern]) => pattern.test(text))?.[1]
  );
}
