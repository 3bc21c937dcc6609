import { printable } from "./printable.ts";
import { wrap } from "./wrap.ts";

const gap = "  ";
const minValueWidth = 10;

/** Names and values with the values aligned, one per line unless the terminal is narrower. */
export function details(
  rows: readonly (readonly [name: string, value: string])[],
  available: number | undefined,
): string {
  const nameWidth = Math.max(...rows.map(([name]) => name.length));
  const indent = " ".repeat(nameWidth) + gap;
  const width = available && Math.max(minValueWidth, available - indent.length);
  const inLines = (value: string) => wrap(printable(value), width).join(`\n${indent}`);
  return rows.map(([name, value]) => `${name.padEnd(nameWidth)}${gap}${inLines(value)}\n`).join("");
}
