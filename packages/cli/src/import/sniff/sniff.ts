/** Works out how a file is to be read, from all of it, and refuses where that isn't certain. */
import { readDateCell } from "../cells/date-cell.ts";
import { bareWords } from "../cells/plain-text.ts";
import { unsureOf } from "../import-error.ts";
import type { CsvRecord } from "../read/records.ts";
import type { Source } from "../read/source.ts";
import { chooseFormat, type FormatChoice } from "../formats/choose-format.ts";
import { givenWith } from "../formats/saved-format.ts";
import { decideAmounts, findAmounts } from "./amounts.ts";
import type { ColumnRole } from "./column-names.ts";
import { alignedColumns, dayReader, findDate, findDateFormat } from "./date-column.ts";
import type { Dialect } from "./dialect.ts";
import { isDirection } from "./direction.ts";
import { checkMappedColumns } from "./check-map.ts";
import { type Given, type MappedField, mappedColumn } from "./given.ts";
import type { Amounts, Layout } from "./layout.ts";
import { findStatuses } from "./statuses.ts";
import { cellOf, type Column, fits, isMost, isNamed, Table } from "./table.ts";
import { findTextColumns } from "./text-columns.ts";

const isSame = (cells: readonly string[], others: readonly string[] | undefined): boolean =>
  others?.every((other, index) => other.trim() === (cells[index] ?? "").trim()) ?? false;

async function gather(
  records: AsyncIterable<readonly CsvRecord[]>,
  { firstLine, header }: Dialect,
): Promise<Table> {
  const table = new Table();
  for await (const some of records) {
    for (const record of some) {
      // Several lists in one file have their header each.
      if (record.line >= firstLine && !isSame(record.cells, header?.cells)) table.add(record);
    }
  }
  return table;
}

/** The column whose name says best, or at least says, that it has a role, unless its cells are days. */
const bestFor = (columns: readonly Column[], role: ColumnRole): Column | undefined =>
  columns
    .filter(
      (column) => isMost(column, role, []) && fits(column, role) >= 4 && !column.profile.isDates,
    )
    .toSorted((one, other) => fits(other, role) - fits(one, role) || one.index - other.index)[0];

/** The first column whose name is one that the role is known by. */
const namedFor = (columns: readonly Column[], role: ColumnRole): Column | undefined =>
  columns.find((column) => isNamed(column, role));

/** Whether some rows have a fee of their own. */
const hasFees = (column: Column): boolean =>
  isNamed(column, "fee") &&
  column.profile.isNumbers &&
  column.profile.zero < column.profile.numbers;

/** Lists of what several people share have a column for what each thing cost. */
const isSharedCost = (amounts: Amounts): boolean =>
  amounts.kind === "signed" &&
  /^(?:cost|kosten|cout|coste|costo)$/.test(bareWords(amounts.amount.name));

const existing = (columns: readonly (Column | undefined)[]): Column[] => [
  ...new Set(columns.filter((column) => column !== undefined)),
];

/**
 * @param records all of the source
 * @param encoding as the survey found it
 * @param formats which of the saved ones may be used
 * @returns undefined for a file that has a header and no rows
 * @throws CliError import_unsure, usage
 */
export async function sniff(
  source: Source,
  records: AsyncIterable<readonly CsvRecord[]>,
  encoding: string,
  dialect: Dialect,
  onCommandLine: Given,
  formats: FormatChoice,
): Promise<Layout | undefined> {
  const { header, delimiter, firstLine } = dialect;
  const table = await gather(records, dialect);
  if (table.rowCount === 0) {
    if (header) return undefined;
    throw unsureOf(`${source.name} is empty.`, "Is it the right file, and was it saved whole?");
  }
  const columns = alignedColumns(table, header?.cells ?? []);
  const names = header?.cells ?? columns.map(() => "");
  const format = chooseFormat(names, formats);
  const given = format ? givenWith(format, onCommandLine) : onCommandLine;
  checkMappedColumns(given.map, columns);
  const mapped = (field: MappedField) => mappedColumn(given.map, field, columns);
  const date = mapped("date") ?? findDate(columns);
  if (!date) {
    throw unsureOf(
      `${source.name} has no column of dates that can be read.`,
      "Is it a list of bookings? If so, name the column: --map date=COLUMN",
    );
  }
  table.keepRows(({ cells }) => readDateCell(cellOf(cells, date)) !== undefined);
  const undated = columns.filter((column) => column !== date);
  const { found, used, decimal } = findAmounts(table, undated, given);
  const dateFormat = findDateFormat(table, columns, date, decimal, given);
  const rest = undated.filter((column) => !used.includes(column));
  const worded = rest.filter((column) => !isDirection(column) || isNamed(column, "category"));
  const texts = findTextColumns(table, worded);
  const category = mapped("category") ?? bestFor(rest, "category");
  const amounts = decideAmounts(table, found, {
    columns: rest,
    texts: existing([...texts.described, category, bestFor(rest, "type")]),
    decimal,
    dayOf: dayReader(date, dateFormat),
    given,
  });
  const own = existing([mapped("payee"), mapped("description")]);
  const described = own.length > 0 ? own : texts.described;
  const status = mapped("status");
  return {
    format,
    encoding,
    delimiter,
    headerLine: header?.line,
    headerWidth: header?.cells.length ?? 0,
    firstLine,
    rowCount: table.rowCount,
    columns,
    date,
    dateFormat,
    decimal,
    amounts,
    described,
    telling: texts.telling,
    category,
    id: mapped("id") ?? namedFor(rest, "id"),
    currency: mapped("currency") ?? namedFor(rest, "currency"),
    account: mapped("account") ?? namedFor(rest, "account"),
    owners: rest.filter((one) => isNamed(one, "accountName") || isNamed(one, "sender")),
    balances: rest.filter((one) => one === mapped("balance") || isNamed(one, "balance")),
    fee: mapped("fee"),
    otherFee: mapped("fee") ? undefined : rest.find(hasFees),
    types: rest.filter((one) => isNamed(one, "type") || isNamed(one, "direction")),
    statuses: findStatuses(status ? [status] : rest.filter((one) => one !== described[0])),
    isShared: isSharedCost(amounts),
  };
}
