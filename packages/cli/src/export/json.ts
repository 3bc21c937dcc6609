import type { ExportFormat } from "./export-format.ts";

/** Records as the API returns them, in a JSON array. */
export const jsonFormat = (): ExportFormat => ({
  begin: () => "[",
  expense: (expense, isFirst) => `${isFirst ? "" : ","}\n${JSON.stringify(expense)}`,
  end: (isEmpty) => (isEmpty ? "]\n" : "\n]\n"),
});

/** Records as the API returns them, one per line. */
export const ndjsonFormat = (): ExportFormat => ({
  begin: () => "",
  expense: (expense) => `${JSON.stringify(expense)}\n`,
  end: () => "",
});
