import { columnLabel } from "../sniff/amounts/amount-cells.ts";
import type { Amounts, Layout } from "../sniff/layout.ts";
import type { Column } from "../sniff/table/table.ts";
import type { Detected } from "./plan.ts";

const label = (column: Column) => (column.name === "" ? String(column.index + 1) : column.name);

function signOf(amounts: Amounts): string {
  if (amounts.kind === "signed") return `expense-${amounts.expense}`;
  if (amounts.kind === "two") return "two columns";
  if (amounts.kind === "followed") return `moves of ${columnLabel(amounts.balance)}`;
  return amounts.direction ? `words in ${columnLabel(amounts.direction)}` : "words behind amounts";
}

/** Describes how a file is read, in the words of `--json` and of the options. */
export function detectedOf(layout: Layout): Detected {
  const { amounts } = layout;
  const fields: Record<string, readonly (Column | undefined)[]> = {
    date: [layout.date, layout.otherDate],
    amount: amounts.kind === "two" ? [] : [amounts.amount],
    debit: amounts.kind === "two" ? [amounts.out] : [],
    credit: amounts.kind === "two" ? [amounts.in] : [],
    direction: amounts.kind === "directed" ? [amounts.direction] : [],
    description: layout.described,
    category: [layout.category],
    id: [layout.id],
    currency: [layout.currency],
    account: [layout.account],
    status: layout.statuses.map(({ column }) => column),
  };
  const columns = Object.entries(fields).flatMap(([field, found]) => {
    const labels = found.filter((column) => column !== undefined).map(label);
    return labels.length > 0 ? [[field, labels] as const] : [];
  });
  return {
    encoding: layout.encoding,
    delimiter: layout.delimiter,
    header_line: layout.headerLine ?? null,
    date_format: layout.dateNotation.shown,
    decimal: layout.decimal,
    sign: signOf(amounts),
    columns: Object.fromEntries(columns),
  };
}
