import { expenseFields, numberToText } from "@outlay/shared";
import { fieldText, type KindWriters, namesFrom } from "../api/received/field-texts.ts";
import type { ExportFormat, ExportOptions } from "./export-format.ts";

/** Importing knows an own file by some of these. New ones come last, so that the others stay where they are. */
const columns = namesFrom(expenseFields, ["date", "amount", "category", "description"]);

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

/**
 * Spreadsheets take cells that begin with these characters for formulas, which can send other cells of the
 * sheet to somebody. An apostrophe in front makes a cell text.
 */
const isFormula = (cell: string): boolean =>
  /^[\s\uFEFF]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/.test(cell);

export function csvFormat({ isSpreadsheetSafe }: ExportOptions): ExportFormat {
  const text = (cell: string) => quoted(isSpreadsheetSafe && isFormula(cell) ? `'${cell}` : cell);
  // A word of this client's own contains nothing that has to be quoted.
  const word = (cell: string) => (/^\w*$/.test(cell) ? cell : text(cell));
  const writers: KindWriters = {
    amount: numberToText,
    text: (value) => text(value ?? ""),
    word: (value) => word(value ?? ""),
    day: (day) => day ?? "",
    tags: (tags) => text(tags.join(" ")),
    id: (id) => (id === null ? "" : String(id)),
  };
  return {
    begin: () => `${columns.join(",")}\n`,
    expense: (expense) =>
      `${columns.map((name) => fieldText(expenseFields, name, expense, writers)).join(",")}\n`,
    end: () => "",
  };
}
