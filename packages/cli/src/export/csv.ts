import { type expenseInput, numberToText } from "@outlay/shared";
import type { Expense } from "../api/received/records.ts";
import type { ExportFormat, ExportOptions } from "./export-format.ts";

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

/**
 * Spreadsheets take cells that begin so for formulas, which can send what else is in the sheet to
 * somebody. With an apostrophe before it a cell is text.
 */
const isFormula = (cell: string): boolean =>
  /^[\s\uFEFF]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/.test(cell);

export function csvFormat({ isSpreadsheetSafe }: ExportOptions): ExportFormat {
  const text = (cell: string) => quoted(isSpreadsheetSafe && isFormula(cell) ? `'${cell}` : cell);
  // A word of this client's own has nothing that has to be quoted.
  const word = (cell: string) => (/^\w*$/.test(cell) ? cell : text(cell));
  // In the order of the columns; those that importing knows an own file by are among them.
  const cells = {
    date: ({ date }) => date,
    amount: ({ amount }) => numberToText(amount),
    category: ({ category }) => word(category ?? ""),
    description: ({ description }) => text(description),
    tags: ({ tags }) => text(tags.join(" ")),
    external_id: ({ external_id }) => text(external_id ?? ""),
  } satisfies Record<keyof typeof expenseInput.entries, (expense: Expense) => string>;
  const cellOf = Object.values(cells);
  return {
    begin: () => `${Object.keys(cells).join(",")}\n`,
    expense: (expense) => `${cellOf.map((cell) => cell(expense)).join(",")}\n`,
    end: () => "",
  };
}
