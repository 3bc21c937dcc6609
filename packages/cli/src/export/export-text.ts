import type { Expense } from "../api/received/records.ts";
import { beancountFormat } from "./beancount.ts";
import { csvFormat } from "./csv.ts";
import type { ExportFormat, ExportOptions } from "./export-format.ts";
import { hledgerFormat } from "./hledger.ts";
import { jsonFormat, ndjsonFormat } from "./json.ts";

export const exportFormats = {
  csv: csvFormat,
  json: jsonFormat,
  ndjson: ndjsonFormat,
  hledger: hledgerFormat,
  beancount: beancountFormat,
} as const satisfies Record<string, (options: ExportOptions) => ExportFormat>;
export type ExportFormatName = keyof typeof exportFormats;

/**
 * The text of a file, one piece for each piece of the list, so that memory use doesn't depend on its length.
 * @param pieces expenses by day
 * @param onCount told the number of expenses so far
 */
export async function* exportText(
  pieces: AsyncIterable<readonly Expense[]>,
  { begin, expense, end }: ExportFormat,
  onCount: (count: number) => void,
): AsyncGenerator<string> {
  let count = 0;
  for await (const piece of pieces) {
    const [first] = piece;
    if (!first) continue;
    const start = count === 0 ? begin(first) : "";
    yield start + piece.map((one, index) => expense(one, count + index === 0)).join("");
    count += piece.length;
    onCount(count);
  }
  yield count === 0 ? begin(undefined) + end(true) : end(false);
}
