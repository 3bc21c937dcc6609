import type { ColumnMap, Given } from "../given/given.ts";
import type { Layout } from "../sniff/layout.ts";
import type { Column } from "../sniff/table/table.ts";
import { givenWith, type SavedFormat } from "./saved-format.ts";

/** Refers to a column by its name if that is unique, otherwise by its number. */
const reference = ({ name, index }: Column, columns: readonly Column[]): string =>
  name !== "" && columns.filter((other) => other.name === name).length === 1
    ? name
    : String(index + 1);

const currencyOf = (currency: string | undefined) => (currency === undefined ? {} : { currency });

/**
 * Makes a format from the layout of a file and from the options given for it, including those of the format
 * that the file was read by. The columns of words are kept only if the user has named them.
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
    date_order: layout.dateNotation.order,
    sign:
      amounts.kind === "signed" ? amounts.expense : amounts.kind === "two" ? amounts.outSign : null,
    map: { ...map, ...(Object.fromEntries(known) as ColumnMap) },
    account: given.account ?? format?.account ?? null,
    ...currencyOf(given.currency ?? format?.currency),
    ...(layout.skipsOtherLists ? { skips_other_lists: true } : {}),
  };
}
