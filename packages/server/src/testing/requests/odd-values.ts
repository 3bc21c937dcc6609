/** Values that nobody should send. */
import fc from "fast-check";

const prototypeNames = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty"];

export const oddNames = fc.constantFrom(
  ...prototypeNames,
  "",
  " ",
  "id",
  "user_id",
  "a[b]",
  "a.b",
  "\0",
  "é",
  "0",
);

const odd = [
  "",
  " ",
  "\0",
  "\u{feff}",
  "\ud800",
  "\u202e\u0007\u001b[2J",
  "x".repeat(300),
  "९९",
  "-1",
  "1e400",
  "0x10",
  "Infinity",
  "12.345",
  "99999999999.99",
  "2026-02-30",
  "2026-13-01T00:00:00Z",
  "9999-12-31T23:59:59-23:59",
  "%00",
  "../../etc/passwd",
  "olk_",
  ...prototypeNames,
];

export const oddText = fc.oneof(
  fc.constantFrom(...odd),
  fc.string({ unit: "binary", maxLength: 30 }),
);

const nested = (depth: number, [open, close]: readonly [string, string]) =>
  `${open.repeat(depth)}${close.repeat(depth)}`;

/** JSON of a value that no field asks for, or text that isn't JSON. */
export const oddJson: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    "0",
    "-1",
    "0.001",
    "1e-2",
    "9999999999.999",
    "10000000000",
    '"0"',
    '"1,5"',
    '"Food"',
  ),
  fc.constantFrom(
    "null",
    "true",
    "0",
    "-0",
    "-1",
    "0.1",
    "1e400",
    "-1e400",
    "1e21",
    "1E-7",
    "123456789012345678901234567890",
    "[]",
    "[[]]",
    "[null]",
    "{}",
    '{"__proto__":{"a":1}}',
    '{"constructor":{"prototype":{}}}',

    String.raw`"\ud800"`,
    String.raw`"\u0000"`,
    "NaN",
    "undefined",
    "'a'",
    "01",
    "+1",
    "1.",
    "[1,]",
  ),
  fc
    .tuple(
      fc.constantFrom(1, 30, 2000),
      fc.constantFrom(["[", "]"] as const, ['{"a":[', "]}"] as const),
    )
    .map(([depth, brackets]) => nested(depth, brackets)),
  oddText.map((text) => JSON.stringify(text)),
  fc.json({ maxDepth: 3 }),
  fc
    .integer({ min: 21, max: 400 })
    .map((length) => JSON.stringify(Array.from({ length }, () => "a"))),
);

export const oddIds = fc.constantFrom(
  "0",
  "-1",
  "1.5",
  "1e3",
  "01",
  "+1",
  "%31",
  "９",
  "a",
  "%00",
  "%ff",
  "%2e%2e",
  "..%2f..%2f",
  " 1",
  "1;2",

  "9007199254740993",
  "9".repeat(400),
  "__proto__",
  "constructor",
  "null",
  "undefined",
  "%E0%A4%A",
);

export const oddMediaTypes = fc.constantFrom(
  "",
  "text/plain",
  "application/xml",
  "APPLICATION/JSON",
  "application/json; charset=utf-16",
  "*/*",

  "application/json;",
  "multipart/form-data",
  "multipart/form-data; boundary=",
  "a/b/c",
  ";",
  "__proto__",
);
