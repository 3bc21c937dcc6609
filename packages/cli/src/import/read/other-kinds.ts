/** What people take for a CSV file and isn't one: each kind with what is said of such a file. */

/** Known by the first bytes. */
const byBytes: readonly [readonly number[], string][] = [
  [[0x50, 0x4b, 0x03, 0x04], "is a spreadsheet or a zip archive"],
  [[0xd0, 0xcf, 0x11, 0xe0], "is an old Excel file"],
  [[0x1f, 0x8b], "is compressed with gzip"],
  [[0x42, 0x5a, 0x68], "is compressed with bzip2"],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a], "is compressed with xz"],
  [[0x37, 0x7a, 0xbc, 0xaf], "is a 7z archive"],
];

/** Known by the first words. */
const byText: readonly [RegExp, string][] = [
  [/^%PDF/, "is a PDF document"],
  [
    /^\s*<(?:!doctype html|html|head|body|table)/i,
    "is a web page, perhaps of a login that is over",
  ],
  [/^\s*(?:OFXHEADER|<OFX|<\?xml[^]*?<OFX)/i, "is OFX"],
  [/^\s*<\?xml/i, "is XML"],
  [/^!(?:Type|Account|Option):/i, "is QIF"],
  [/^(?:\s*\{1:|:20:)/, "is an MT940 statement"],
];

const textLength = 1024;

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
