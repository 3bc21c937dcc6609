import { type Expense, numberToText } from "@outlay/shared";
import type { ExportFormat, ExportOptions } from "./export-format.ts";

/** Those that importing knows an own file by are among them. */
const columns = ["date", "amount", "category", "description", "tags", "external_id"] as const;

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

/**
 * Spreadsheets take cells that begin so for formulas, which can send what else is in the sheet to
 * somebody. With an apostrophe before it a cell is text.
 */
const isFormula = (cell: string): boolean =>
  /^[\s\uFEFF]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/.test(cell);

export function csvFormat({ isSpreadsheetSafe }: ExportOptions): ExportFormat {
  const text = (cell: string) => quoted(isSpreadsheetSafe && isFormula(cell) ? `'${cell}` : cell);
  const line = ({ date, amount, category, description, tags, external_id }: Expense) =>
    [
      date,
      numberToText(amount),
      category,
      text(description),
      text(tags.join(" ")),
      text(external_id ?? ""),
    ].join(",");
  return {
    begin: () => `${columns.join(",")}\n`,
    expense: (expense) => `${line(expense)}\n`,
    end: () => "",
  };
}
