import { expect, it } from "vitest";
import { linesOf, newEmulator } from "../emulator.ts";
import { readRuns } from "./read-runs.ts";
import { writeSvg } from "./write-svg.ts";

/** The position of the first column and line, and the size of a cell. */
const [left, top, width, height] = [20, 40, 8, 18];

/** The picture of a terminal after some output, `|` between the lines. */
async function picture(written: string, title = ""): Promise<string> {
  const lines = written.split("|");
  const emulator = newEmulator(20, lines.length);
  await new Promise<void>((resolve) => emulator.write(lines.join("\r\n"), resolve));
  return writeSvg(linesOf(emulator).map(readRuns), { columns: 20, title });
}

type Drawn = Record<string, string | number | undefined>;

/** An element of the file, with the position of a text in cells. */
function readElement(line: string): Drawn {
  const found = [...line.matchAll(/ ([\w-]+)="([^"]*)"/g)];
  const attributes = Object.fromEntries(found.map(([, name = "", value]) => [name, value]));
  if (!line.startsWith("<text")) return attributes;
  const { x, y, textLength, lengthAdjust, ...look } = attributes;
  expect(lengthAdjust).toBe("spacingAndGlyphs");
  return {
    column: (Number(x) - left) / width,
    columns: Number(textLength) / width,
    line: Math.floor((Number(y) - top) / height),
    text: />(.*)<\/text>$/.exec(line)?.[1],
    ...look,
  };
}

/** The contents of the window. */
async function drawn(written: string): Promise<Drawn[]> {
  const [, inside = ""] = /<g [^>]*>\n([^]*?)<\/g>/.exec(await picture(written)) ?? [];
  return inside
    .split("\n")
    .filter((line) => line !== "")
    .map(readElement);
}

const heightOf = (svg: string) => Number(/ height="(\d+)"/.exec(svg)?.[1]);

const plain = (column: number, columns: number, text: string, line = 0): Drawn => ({
  column,
  columns,
  line,
  text,
});

it("escapes characters with a meaning in XML", async () => {
  expect(await drawn('a<b & "c">')).toEqual([plain(0, 10, "a&lt;b &amp; &quot;c&quot;&gt;")]);
  expect(await picture("", '<&">')).toContain("<title>&lt;&amp;&quot;&gt;</title>");
});

it("draws neighbours that look the same as one text", async () => {
  expect(await drawn("ab\u001b[31mcd\u001b[0mef")).toEqual([
    plain(0, 2, "ab"),
    { ...plain(2, 2, "cd"), fill: "#ff7b72" },
    plain(4, 2, "ef"),
  ]);
});

it("starts a new text after a gap, since viewers differ in how many blanks they keep", async () => {
  expect(await drawn("  a b  cd   \u001b[1m e  f ")).toEqual([
    plain(2, 3, "a b"),
    plain(7, 2, "cd"),
    { ...plain(13, 1, "e"), "font-weight": "bold" },
    { ...plain(16, 1, "f"), "font-weight": "bold" },
  ]);
});

it("draws bold, dim, and both", async () => {
  const [bold, dim] = [{ "font-weight": "bold" }, { "fill-opacity": "0.6" }];
  expect(await drawn("\u001b[1mb\u001b[22;2md\u001b[1mx")).toEqual([
    { ...plain(0, 1, "b"), ...bold },
    { ...plain(1, 1, "d"), ...dim },
    { ...plain(2, 1, "x"), ...bold, ...dim },
  ]);
});

it.each([
  ["31", "#ff7b72"],
  ["92", "#56d364"],
  ["38;5;2", "#3fb950"],
  ["38;5;16", "#000000"],
  ["38;5;137", "#af875f"],
  ["38;5;231", "#ffffff"],
  ["38;5;232", "#080808"],
  ["38;5;255", "#eeeeee"],
  ["38;2;1;2;3", "#010203"],
])("knows the colour %s", async (code, fill) => {
  expect(await drawn(`\u001b[${code}ma`)).toEqual([{ ...plain(0, 1, "a"), fill }]);
});

it("draws a background under all cells that have it, including blank ones", async () => {
  const ground = { x: `${left + width}`, y: `${top}`, width: `${4 * width}`, height: `${height}` };
  expect(await drawn(" \u001b[41m ab \u001b[0m")).toEqual([
    { ...ground, fill: "#ff7b72" },
    plain(2, 2, "ab"),
  ]);
});

it("exchanges colour and background in inverse text", async () => {
  const ground = { x: `${left}`, y: `${top}`, width: `${width}`, height: `${height}` };
  expect(await drawn("\u001b[7ma\u001b[0m")).toEqual([
    { ...ground, fill: "#e6edf3" },
    { ...plain(0, 1, "a"), fill: "#161b22" },
  ]);
  expect(await drawn("\u001b[7;31;42ma\u001b[0m")).toEqual([
    { ...ground, fill: "#ff7b72" },
    { ...plain(0, 1, "a"), fill: "#3fb950" },
  ]);
});

it("gives wide characters two columns each, and a text of their own", async () => {
  expect(await drawn("a寿司b🍜c")).toEqual([
    plain(0, 1, "a"),
    plain(1, 4, "寿司"),
    plain(5, 1, "b"),
    plain(6, 2, "🍜"),
    plain(8, 1, "c"),
  ]);
});

it("counts no column for combining characters", async () => {
  expect(await drawn("Cafe\u0301  to")).toEqual([plain(0, 4, "Cafe\u0301"), plain(6, 2, "to")]);
});

it("leaves room for blank lines, and draws nothing there", async () => {
  expect(await drawn("a||b|")).toEqual([plain(0, 1, "a"), plain(0, 1, "b", 2)]);
  expect(heightOf(await picture("a||b|"))).toBe(heightOf(await picture("a")) + 3 * height);
});

it("draws blocks without a seam between them, with invisible text to be read", async () => {
  const unseen = { "fill-opacity": "0" };
  expect(await drawn("▕\u001b[32m██▍ \u001b[0m▏")).toEqual([
    { d: "M27 41h1V57h-1z" },
    { ...plain(0, 1, "▕"), ...unseen },
    { d: "M28 41h19V57h-19z", fill: "#3fb950" },
    { ...plain(1, 3, "██▍"), ...unseen },
    { d: "M60 41h1V57h-1z" },
    { ...plain(5, 1, "▏"), ...unseen },
  ]);
  expect(await drawn("\u001b[2m▁▁▅")).toEqual([
    { d: "M20 55h16V57h-16zM36 47h8V57h-8z", "fill-opacity": "0.6" },
    { ...plain(0, 3, "▁▁▅"), ...unseen },
  ]);
});
