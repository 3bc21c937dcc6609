/** Files that are mistaken for CSV: how to recognise each kind, and how to describe it. */

/** Kinds recognised by their first bytes. */
const byBytes: readonly [readonly number[], string][] = [
  [[0x50, 0x4b, 0x03, 0x04], "is a spreadsheet or a zip archive"],
  [[0xd0, 0xcf, 0x11, 0xe0], "is an old Excel file"],
  [[0x1f, 0x8b], "is compressed with gzip"],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a], "is compressed with xz"],
  [[0x37, 0x7a, 0xbc, 0xaf], "is a 7z archive"],
  // A cell may begin with the same four letters, but never with the byte that follows them.
  [[...Buffer.from("PAR1"), 0x15], "is a Parquet file"],
  [[...Buffer.from("SQLite format 3"), 0], "is an SQLite database"],
];

/** Fixed-width records have no separators, only blanks where a CSV file would have separators. */
const fixedWidths: readonly [RegExp, string][] = [
  // The day, the bank and the application, followed by blanks; then the account, its balance and the day.
  [/^\s*0{5}\d{9}05[ D] {7}[^\r\n]{0,104}\s*1\d{4}[^\r\n]{37}[01]\d{21}/, "is a CODA statement"],
  // The bank, the branch, the currency with its number of decimals, the account and the day.
  [
    /^\s*0[1457]\d{5}[\w ]{9}[A-Z]{3}\d[\w ]\w{11}[\w ]{2}\d{6}[^\r\n]{0,80}\s*(?:0[1457]\d{5}|$)/,
    "is a CFONB 120 statement",
  ],
  // The account, two days, a sign, the balance and the numeric currency code.
  [
    /^\s*11[\w ]{18}\d{12}[12]\d{17}[^\r\n]{0,30}\s*(?:22|23|24|33|88|$)/,
    "is a Norma 43 statement",
  ],
];

/**
 * Comments and declarations may come first. A header in angle brackets is excluded, since some CSV files have
 * one.
 */
const htmlStart = String.raw`^\s*(?:<[?!][^>]*>\s*)*(?=<(?:html|head|body|title|table|tr|meta|style|script|div|center)\b(?!>[,;|\t]))`;

const markup: readonly [RegExp, string][] = [
  [/^\s*(?:<[?!][^>]*>\s*)*<(?:\w+:)?Workbook\s/i, "is an Excel spreadsheet in XML"],
  [/^\s*<(?:\?xml|(?:\w+:)?Document\b)[^]*?\bcamt\.052\b/, "is a CAMT.052 report"],
  [/^\s*<(?:\?xml|(?:\w+:)?Document\b)[^]*?\bcamt\.053\b/, "is a CAMT.053 statement"],
  // A login page may contain a table too, but also has a form.
  [
    new RegExp(
      String.raw`${htmlStart}(?![^]*<(?:form|input|script)\b)[^]*?(?:<table\b|urn:schemas-microsoft-com:office)`,
      "i",
    ),
    "is an HTML table",
  ],
  [
    new RegExp(String.raw`${htmlStart}|^\s*<!doctype html`, "i"),
    "is a web page (perhaps a login page)",
  ],
  [/^\s*<\?xml/i, "is XML"],
];

/** Kinds recognised by their first words. A line before those contains no separator. */
const byText: readonly [RegExp, string][] = [
  [/^%PDF-/, "is a PDF document"],
  [/^\s*\{\\rtf/, "is an RTF document"],
  [/^BZh[1-9]1AY&SY/, "is compressed with bzip2"],
  [
    /^(?:[^,;|\t"\r\n]*[\r\n]){0,20}\s*(?:OFXHEADER[ \t]*:|<\?OFX\b|<OFX>)|^\s*<\?xml[^]*?<\??OFX\b/i,
    "is OFX",
  ],
  // A record ends with a caret on a line of its own, and a list ends with the header of the next.
  [
    /^\s*!(?:Account[ \t]*|(?:Type|Option|Clear):[^,;|\t"\r\n]*)(?:\s*$|[\r\n](?:[^]*[\r\n])?(?:\^[ \t]*(?:[\r\n]|$)|!(?:Type|Account|Option|Clear)\b))/i,
    "is QIF",
  ],
  [
    /^\s*!(HDR|ACCNT|TRNS|CUST|VEND|EMP|OTHERNAME|INVITEM|CLASS|BUD)\t[^\r\n]*[\r\n]\s*(?:!|\1\t)/,
    "is IIF",
  ],
  // Two fields are required, the first without any character that could separate cells.
  [
    /^[^\w"]{0,3}\{1:[A-Z]\d\d|^(?:[^,;|\t"\r\n]*[\r\n]){0,20}\s*:(?:20|25|28C?):[^,;|\t"\r\n]*[\r\n]\s*:\d\d[A-Z]?:/,
    "is an MT940 or MT942 statement",
  ],
  // The second record has the group's status where the first has a date.
  [
    /^\s*01,[^,\r\n]*,[^,\r\n]*,\d{6,8},[^\r\n]*\/\s*02,[^,\r\n]*,[^,\r\n]*,[0-4]?,\d{6,8},/,
    "is a BAI2 statement",
  ],
  ...fixedWidths,
  ...markup,
];

const textLength = 4096;

/**
 * Returns a description of a file that isn't CSV, to follow the file's name in a message.
 * @param start the file's first bytes
 * @param encoding the encoding in which to read them as text
 */
export function otherKindOf(start: Uint8Array, encoding: string): string | undefined {
  const text = new TextDecoder(encoding).decode(start).slice(0, textLength);
  return (
    byBytes.find(([bytes]) => bytes.every((byte, at) => start[at] === byte))?.[1] ??
    byText.find(([pattern]) => pattern.test(text))?.[1]
  );
}
