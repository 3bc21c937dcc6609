/** Files that nobody should be able to import: broken, of another kind, or malicious. */
import { gzipSync } from "node:zlib";
import { randomFrom } from "../crash/random.ts";

const head = "Date;Description;Amount\n";

const day = (index: number) => `2026-01-${10 + (index % 19)}`;

const row = (index: number) => `${day(index)};Shop ${index};-${10 + (index % 90)}.50\n`;

/** Valid rows. */
const rows = (count: number) => Array.from({ length: count }, (_, index) => row(index)).join("");

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(
    parts.map((part) => (typeof part === "string" ? Buffer.from(part) : Buffer.of(...part))),
  );

function randomBytes(count: number, lowest: number): Buffer {
  const random = randomFrom(1);
  return Buffer.from(Array.from({ length: count }, () => lowest + random.below(256 - lowest)));
}

const megabyte = 1024 * 1024;

/** Good rows and a bad one in line 22. */
const withAmount = (amount: string) => `${head}${rows(20)}2026-01-29;Much;${amount}\n${rows(3)}`;

export interface HostileFile {
  /** The description; with the extension it is the file's name. */
  name: string;
  content: () => string | Buffer;
  /** Additional options on the command line. */
  options?: readonly string[];
  /** The expected message; undefined if any message will do. */
  says?: RegExp;
}

const ofOtherKinds: HostileFile[] = [
  { name: "empty", content: () => "" },
  { name: "blank lines only", content: () => "\n\n  \n\t\n" },
  { name: "a header only", content: () => head },
  { name: "a header twice and nothing else", content: () => head + head },
  { name: "a byte order mark only", content: () => "\uFEFF" },
  { name: "a mark of UTF-16 only", content: () => bytes([0xff, 0xfe]) },
  {
    name: "a web page",
    content: () => "\n<!DOCTYPE html>\n<html><body>Sign in</body></html>\n",
    says: /is a web page/,
  },
  { name: "a piece of a web page", content: () => "<!-- bank -->\n<div><b>1</b></div>\n" },
  {
    name: "a spreadsheet",
    content: () => bytes("PK\u0003\u0004\u0014\0\u0006\0", [...randomBytes(2000, 0)]),
    says: /is a spreadsheet or a zip archive/,
  },
  { name: "a PDF", content: () => "%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\n", says: /is a PDF/ },
  { name: "gzip", content: () => gzipSync(head + rows(20)), says: /is compressed with gzip/ },
  { name: "random bytes", content: () => randomBytes(200_000, 0), says: /is not text/ },
  { name: "random bytes without NUL", content: () => randomBytes(200_000, 1) },
  {
    name: "NUL bytes in its middle",
    content: () => `${head}${rows(500)}2026-01-29;a\0b;-1.00\n${rows(500)}`,
    says: /contains NUL bytes/,
  },
  {
    // The text is also valid as Korean.
    name: "one broken letter among those of UTF-8",
    content: () =>
      bytes(
        `${head}2026-01-09;Café Größe;-1.00\n${rows(500)}2026-01-29;Caf`,
        [0xe9],
        `;-1.00\n2026-01-29;Bäckerei;-3.00\n${rows(500)}`,
      ),
    says: /UTF-8/i,
  },
];

const ofNoEnd: HostileFile[] = [
  { name: "one line of 5 MB", content: () => "x".repeat(5 * megabyte), says: /million characters/ },
  {
    name: "a quoted cell of 5 MB",
    content: () => `${head}2026-01-09;"${"x".repeat(5 * megabyte)}";-1.00\n${rows(3)}`,
    says: /million characters/,
  },
  { name: "200,000 columns", content: () => `${"a,".repeat(200_000)}\n`, says: /200001 columns/ },
  {
    name: "200,000 columns in a later line",
    content: () => `${head}${rows(2)}${"a;".repeat(200_000)}\n${rows(3)}`,
    says: /200001 columns in line 4/,
  },
  {
    name: "a quote left open near the start",
    content: () => `${head}${row(1)}2026-01-29;"Open;-1.00\n${rows(50_000)}`,
    says: /quote/,
  },
  {
    name: "a quote left open near the end",
    content: () => `${head}${rows(50_000)}2026-01-29;"Open;-1.00\n${row(1)}`,
    says: /ends inside a quote/,
  },
  {
    // All rows between the quotes are inside one cell.
    name: "a quote left open that a later one closes",
    content: () =>
      `${head}${rows(9)}2026-01-29;"Open;-1.00\n${rows(30)}2026-01-29;Shop "9";-2.00\n`,
    says: /quote|line 11/,
  },
  { name: "only quotes", content: () => '"'.repeat(1000) },
  { name: "only quotes, an odd number", content: () => '"'.repeat(1001), says: /quote/ },
  { name: "three million quotes", content: () => '"'.repeat(3_000_001) },
  { name: "only delimiters", content: () => ";;;;;;\n".repeat(100) },
  { name: "only delimiters in one line", content: () => ",".repeat(100_000), says: /columns/ },
  { name: "100,000 blank lines", content: () => "\n".repeat(100_000) },
  { name: "100,000 ends of lines of an old Mac", content: () => "\r".repeat(100_000) },
  {
    name: "900,000 characters of short words in a cell",
    content: () => `${head}2026-01-29;${"a ".repeat(450_000)};-1.00\n${rows(20)}x;y;-1.00\n`,
  },
  {
    name: "900,000 dashes in a cell",
    content: () => `${head}2026-01-29;${"-".repeat(900_000)};-1.00\n${rows(20)}x;y;-1.00\n`,
  },
  {
    name: "300 columns of numbers",
    content: () => `2026-01-29;Shop;-3.00;${"1.5;".repeat(297)}x\n`.repeat(500),
    says: /columns/,
  },
];

const ofBadCells: HostileFile[] = [
  {
    name: "30 February 2024 in one row of many",
    content: () => `${head}${rows(50)}2024-02-30;Never;-1.00\n${rows(50)}`,
    says: /line 52: .*2024-02-30/,
  },
  {
    name: "31 April 2024 in one row of many",
    content: () =>
      `${head}${rows(50)}31/04/2024;Never;-1.00\n`.replaceAll(/2026-01-(\d\d)/g, "$1/04/2024"),
    says: /line 52: .*31\/04\/2024/,
  },
  {
    name: "an amount of 13 digits",
    content: () => withAmount("-1234567890123.00"),
    says: /line 22: .*-1234567890123/,
  },
  {
    name: "amounts of 13 digits only",
    content: () => head + rows(20).replaceAll(";-", ";-12345678901"),
    says: /more than 9999999999\.99/,
  },
  { name: "1e9", content: () => withAmount("-1e9"), says: /line 22: .*-1e9/ },
  { name: "NaN", content: () => withAmount("NaN"), says: /line 22: .*NaN/ },
  { name: "Infinity", content: () => withAmount("-Infinity"), says: /line 22: .*-Infinity/ },
  { name: "0x10", content: () => withAmount("-0x10"), says: /line 22: .*-0x10/ },
  { name: "a minus alone", content: () => withAmount("-"), says: /line 22: no amount/ },
  {
    name: "nothing but 1e9, NaN, Infinity and 0x10",
    content: () =>
      `${head}${["1e9", "NaN", "-Infinity", "0x10"].map((one) => `2026-01-09;Shop;${one}\n`).join("")}`,
    says: /amount/,
  },
  {
    name: "nothing but negative zeros",
    content: () => `${head}2026-01-09;Shop;-0.00\n`.concat("2026-01-10;Shop;-0\n"),
  },
  {
    name: "a fee that makes an amount larger than the server takes",
    options: ["--map", "fee=Fee"],
    content: () =>
      `Date;Description;Amount;Fee\n2026-01-09;Yacht;-9999999999.99;-1.00\n${rows(20).replaceAll("\n", ";0.00\n")}`,
    says: /line 2: .*more than 9999999999\.99/,
  },
];

export const hostileFiles: readonly HostileFile[] = [...ofOtherKinds, ...ofNoEnd, ...ofBadCells];
