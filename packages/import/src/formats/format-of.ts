import type { ColumnMap, Given } from "../given/given.ts";
import type { Layout } from "../sniff/layout.ts";
import type { Column } from "../sniff/table/table.ts";
import { givenWith, type SavedFormat } from "./saved-format.ts";

/** A column's name where no other has it, else its number. */
const reference = ({ name, index }: Column, columns: readonly Column[]): string =>
  name !== "" && columns.filter((other) => other.name === name).length === 1
    ? name
    : String(index + 1);

/**
 * What has been found out about a file, and said about it or by the format it was read by, as a format that other files can be read by.
 * Which words an expense is called by is kept only where it was said.
 */
export function formatOf(name: string, layout: Layout, given: Given): SavedFormat {
  const { columns, amounts, date, header, format } = layout;
  const { map } = format ? givenWith(format, given) : given;
  const to = (column: Column | undefined) => column && reference(column, columns);
  const found: { [Field in keyof ColumnMap]: string | undefined } =
    amounts.kind === "two"
      ? { date: to(date), debit: to(amounts.out), credit: to(amounts.in) }
      : {
          date: to(date),
          amount: to(amounts.amount),
          direction: amounts.kind === "directed" ? to(amounts.direction) : undefined,
        };
  const known = Object.entries(found).filter(([, column]) => column !== undefined);
  return {
    name,
    columns: columns.slice(0, header?.length ?? columns.length).map((column) => column.name),
    encoding: layout.encoding,
    delimiter: layout.delimiter,
    decimal: layout.decimal,
    date_order: layout.dateFormat.order,
    sign:
      amounts.kind === "signed" ? amounts.expense : amounts.kind === "two" ? amounts.outSign : null,
    map: { ...map, ...(Object.fromEntries(known) as ColumnMap) },
    account: given.account ?? format?.account ?? null,
    ...(layout.skipsOtherLists ? { skips_other_lists: true } : {}),
  };
}
