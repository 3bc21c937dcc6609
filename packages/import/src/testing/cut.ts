/** Cuts files into runs of rows, for the laws of import. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { PlanRow } from "../plan/plan.ts";
import { type PlanOf, planOfText, refusalOf } from "./plan-of.ts";

const folder = join(import.meta.dirname, "..");
const samples = join(folder, "../../../../shared/bank-csv");

const listedIn = (path: string, list: string): string[] =>
  (JSON.parse(readFileSync(join(path, list), "utf8")) as { file: string }[]).map(({ file }) =>
    join(path, file),
  );

/** The project's fixtures and, if they lie beside it, real exports. */
export const exports = (): string[] => [
  ...listedIn(join(folder, "fixtures"), "truth.json"),
  ...(existsSync(samples) ? listedIn(samples, "index.json") : []),
];

/** A file that is read without options and without a rejected row. */
export interface ReadFile {
  path: string;
  /** The bytes of the lines above its first row. */
  above: Buffer;
  /** Each row, with the bytes of its lines. */
  rows: { row: PlanRow; bytes: Buffer }[];
}

const lineEnd = /[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+$/g;

/** Plans some bytes; undefined if they, or one of their rows, are refused. */
export async function readPlan(bytes: Buffer): Promise<PlanOf | undefined> {
  const plan = planOfText(bytes);
  if (await refusalOf(plan)) return undefined;
  const read = await plan;
  return read.end.rejected > 0 ? undefined : read;
}

/** Reads a file; undefined if it is refused, or if its rows can't be cut by lines. */
export async function readFile(path: string): Promise<ReadFile | undefined> {
  const bytes = readFileSync(path);
  const plan = await readPlan(bytes);
  if (!plan || plan.rows.length === 0) return undefined;
  if (plan.head.detected?.encoding.startsWith("utf-16")) return undefined;
  const lines = bytes.toString("latin1").match(lineEnd) ?? [];
  const inOrder = plan.rows.toSorted((one, other) => one.line - other.line);
  const bytesOf = (from: number, to: number) =>
    Buffer.from(lines.slice(from - 1, to - 1).join(""), "latin1");
  const rows = inOrder.map((row, index) => ({
    row,
    bytes: bytesOf(row.line, inOrder[index + 1]?.line ?? lines.length + 1),
  }));
  return { path, above: bytesOf(1, inOrder[0]?.line ?? 1), rows };
}

/** Returns a file with only a run of its rows. */
export const cutOf = ({ above, rows }: ReadFile, from: number, to: number): Buffer =>
  Buffer.concat([above, ...rows.slice(from, to).map(({ bytes }) => bytes)]);

/** Describes a row without its line and its number among equal rows. */
const fateOf = (row: PlanRow): string =>
  row.kind === "expense"
    ? `${row.expense.date} ${row.expense.amount} ${row.expense.external_id.slice(0, 36)}`
    : "no expense";

export const fatesOf = (rows: readonly PlanRow[]): string[] => rows.map(fateOf);
