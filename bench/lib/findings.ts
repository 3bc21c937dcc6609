import type { Aim, Finding } from "./benchmark.ts";

const isMet = (ratio: number, aim: Aim): boolean =>
  "most" in aim ? ratio <= aim.most : ratio >= aim.least;

const aimText = (aim: Aim) => ("most" in aim ? `≤ ${aim.most}` : `≥ ${aim.least}`);

const rowOf = ({ work, own, beside, ratio, aim }: Finding): readonly string[] => [
  work,
  own,
  beside,
  ratio?.toFixed(ratio < 1 ? 3 : 2) ?? "not measured",
  aimText(aim),
  ratio === undefined ? "" : isMet(ratio, aim) ? "yes" : "no",
];

const heads = ["work", "Outlay", "beside", "ratio", "aim", "met"];

/** Formats findings as a Markdown table with aligned columns. */
export function findingsTable(findings: readonly Finding[]): string {
  const rows = [heads, ...findings.map(rowOf)];
  const widths = heads.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  const [head = [], ...body] = rows;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...body.map(line)].join("\n");
}
