/** Writes a terminal's lines as a self-contained SVG. */
import { blockPath } from "./block-path.ts";
import * as palette from "./palette.ts";
import type { Run } from "./read-runs.ts";

/** Sizes in pixels. Eighths of a block's cell are whole pixels, so that edges are sharp. */
const cell = { width: 8, height: 18 };
const block = { width: cell.width, height: 16 };
const baseline = 14;
const fontSize = 13.3;
const margin = 20;
const titleBar = 40;

const fonts = [
  "ui-monospace",
  "SFMono-Regular",
  "Menlo",
  "Consolas",
  "DejaVu Sans Mono",
  "Liberation Mono",
  "monospace",
];

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

const escaped = (text: string) => text.replaceAll(/[&<>"]/g, (found) => entities[found] ?? found);

type Attributes = Record<string, string | number | undefined>;

/** Omits attributes that are undefined. */
function element(name: string, attributes: Attributes, content?: string): string {
  const words = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}="${escaped(String(value))}"`],
  );
  const tag = [name, ...words].join(" ");
  return content === undefined ? `<${tag}/>` : `<${tag}>${content}</${name}>`;
}

/**
 * Splits a run at gaps of two blanks or more, which not every viewer preserves, and gives the position of
 * each part. Blanks at the ends are dropped.
 */
function partsOf(cells: readonly string[]): { start: number; part: string[] }[] {
  const isBlank = (index: number) => (cells[index] ?? " ") === " ";
  const parts: { start: number; part: string[] }[] = [];
  let isInside = false;
  for (const [index, shown] of cells.entries()) {
    const isGap = isBlank(index) && (isBlank(index - 1) || isBlank(index + 1));
    if (!isGap && isInside) parts.at(-1)?.part.push(shown);
    else if (!isGap) parts.push({ start: index, part: [shown] });
    isInside = !isGap;
  }
  return parts;
}

/** Text that is as wide as its cells in any font. */
const drawnText = ({ column, cells, cellColumns }: Run, top: number, look: Attributes): string[] =>
  partsOf(cells).map(({ start, part }) => {
    const place = {
      x: margin + (column + start * cellColumns) * cell.width,
      y: top + baseline,
      textLength: part.length * cellColumns * cell.width,
      lengthAdjust: "spacingAndGlyphs",
    };
    return element("text", { ...place, ...look }, escaped(part.join("")));
  });

function drawnRun(run: Run, top: number): string[] {
  const { column, cells, cellColumns, style } = run;
  const { color, background, isBold, isDim, kind } = style;
  const left = margin + column * cell.width;
  const width = cells.length * cellColumns * cell.width;
  const look = {
    fill: color === palette.foreground ? undefined : color,
    "fill-opacity": isDim ? 0.6 : undefined,
  };
  const ground = { x: left, y: top, width, height: cell.height, fill: background };
  const start = { left, top: top + (cell.height - block.height) / 2 };
  return [
    ...(background === undefined ? [] : [element("rect", ground)]),
    ...(kind === "block"
      ? [
          element("path", { d: blockPath(cells, start, block), ...look }),
          // This text is there to be selected and read aloud, not seen.
          ...drawnText(run, top, { "fill-opacity": 0 }),
        ]
      : drawnText(run, top, { ...look, "font-weight": isBold ? "bold" : undefined })),
  ];
}

function drawnWindow(width: number, height: number): string[] {
  const edge = { x: 0.5, y: 0.5, width: width - 1, height: height - 1, rx: 8 };
  const buttons = [0, 1, 2].map((index) => ({ cx: margin + 6 + index * 18, cy: margin, r: 5.5 }));
  return [
    element("rect", { ...edge, fill: palette.background, stroke: palette.frame }),
    ...buttons.map((button) => element("circle", { ...button, fill: palette.frame })),
  ];
}

/** @param title the text read aloud to people who don't see the picture */
export function writeSvg(
  lines: readonly (readonly Run[])[],
  { columns, title }: { columns: number; title: string },
): string {
  const width = columns * cell.width + 2 * margin;
  const height = titleBar + lines.length * cell.height + margin;
  const texts = lines.flatMap((runs, index) =>
    runs.flatMap((run) => drawnRun(run, titleBar + index * cell.height)),
  );
  const font = { "font-family": fonts.join(", "), "font-size": fontSize };
  const inside = [
    element("title", {}, escaped(title)),
    ...drawnWindow(width, height),
    element("g", { ...font, fill: palette.foreground }, ["", ...texts, ""].join("\n")),
  ];
  const viewBox = `0 0 ${width} ${height}`;
  const root = { xmlns: "http://www.w3.org/2000/svg", width, height, viewBox };
  return `${element("svg", root, ["", ...inside, ""].join("\n"))}\n`;
}
