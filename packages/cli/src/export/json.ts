import type { ExportFormat } from "./export-format.ts";

/** Records as the API gives them, in a list. */
export const jsonFormat = (): ExportFormat => ({
  begin: () => "[",
  expense: (expense, isFirst) => `${isFirst ? "" : ","}\n${JSON.stringify(expense)}`,
  end: (isEmpty) => (isEmpty ? "]\n" : "\n]\n"),
});

/** The same, one a line. */
export const ndjsonFormat = (): ExportFormat => ({
  begin: () => "",
  expense: (expense) => `${JSON.stringify(expense)}\n`,
  end: () => "",
});
