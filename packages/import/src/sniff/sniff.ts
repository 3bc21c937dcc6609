/** Finds a file's layout from its whole content, and refuses if it isn't certain. */
import { unreadable, unsureOf } from "../refusal.ts";
import type { KeptRecords } from "../read/kept-records.ts";
import type { Source } from "../read/source.ts";
import { chooseFormat, type FormatChoice } from "../formats/choose-format.ts";
import { givenWith } from "../formats/saved-format.ts";
import { currenciesInAmounts, currencyOfAmounts } from "./amounts/account-currency.ts";
import {
  type AmountContext,
  decideAmounts,
  findAmounts,
  type FoundAmounts,
} from "./amounts/amounts.ts";
import type { ColumnRole } from "./words/column-names.ts";
import { dayReader, findDateNotation, timeOrderOf } from "./dates/date-column.ts";
import { findDates, gather } from "./dates/dated-table.ts";
import type { Dialect } from "./table/dialect.ts";
import { bookingDaysBeside } from "./dates/find-date.ts";
import { isDirection } from "./signs/direction.ts";
import { checkMappedColumns } from "../given/check-map.ts";
import { refuseDoubleEntry } from "./amounts/double-entry.ts";
import { furtherColumns } from "./amounts/further-columns.ts";
import { type Given, type MappedField, mappedColumn } from "../given/given.ts";
import type { Amounts, Layout } from "./layout.ts";
import { isCost } from "./signs/name-evidence.ts";
import { isIn, refuseGross } from "./amounts/net-amounts.ts";
import { findPendingMarks } from "./texts/pending-marks.ts";
import { asStatuses, findStatuses } from "./texts/statuses.ts";
import { type Column, datedCell, fits, isMost, isNamed, type Table } from "./table/table.ts";
import { findDescribed, findOtherTexts, findTelling } from "./texts/text-columns.ts";
import { isTransactionId } from "./texts/transaction-ids.ts";

/** Returns the column whose name fits a role best, unless it holds days. */
const bestFor = (columns: readonly Column[], role: ColumnRole): Column | undefined =>
  columns
    .filter(
      (column) => isMost(column, role, []) && fits(column, role) >= 4 && !column.stats.isDates,
    )
    .toSorted((one, other) => fits(other, role) - fits(one, role) || one.index - other.index)[0];

/** Returns the first column whose whole name is known for a role. */
const namedFor = (columns: readonly Column[], role: ColumnRole): Column | undefined =>
  columns.find((column) => isNamed(column, role));

/** Whether some rows have a fee of their own. */
const hasFees = (column: Column): boolean =>
  isNamed(column, "fee") && column.stats.isNumbers && column.stats.zero < column.stats.numbers;

const isSharedCost = (amounts: Amounts): boolean =>
  amounts.kind === "signed" && isCost(amounts.amount);

const existing = (columns: readonly (Column | undefined)[]): Column[] => [
  ...new Set(columns.filter((column) => column !== undefined)),
];

const tableStart = ({ header, delimiter, firstLine }: Dialect) => ({
  delimiter,
  headerLine: header?.line,
  header: header?.cells,
  firstLine,
});

const noList = (name: string, line: number) =>
  unsureOf(
    `${name} contains bookings, such as line ${line}, but no list that can be read.`,
    "If the rows have another delimiter than the header: --delimiter CHARACTER",
  );

/** Returns the column that the command line or a format names for a field. */
type Mapped = (field: MappedField) => Column | undefined;

/**
 * Finds columns other than those of the day, amount and description.
 * @param rest the columns without day and amounts
 */
function otherColumns(
  columns: readonly Column[],
  rest: readonly Column[],
  described: readonly Column[],
  mapped: Mapped,
) {
  const status = mapped("status");
  const id = mapped("id") ?? namedFor(columns, "id");
  return {
    telling: findTelling(columns),
    id,
    hasTransactionIds: isTransactionId(id),
    currencies: columns.filter((column) => isNamed(column, "currency")),
    account: mapped("account") ?? namedFor(columns, "account"),
    owners: rest.filter((one) => isNamed(one, "accountName") || isNamed(one, "sender")),
    balances: rest.filter((one) => one === mapped("balance") || isNamed(one, "balance")),
    types: rest.filter((one) => isNamed(one, "type") || isNamed(one, "direction")),
    statuses: status
      ? [asStatuses(status)]
      : findStatuses(rest.filter((one) => one !== described[0])),
  };
}

/** Finds the columns of descriptions and categories. @param rest the columns without day and amounts */
function findWords(table: Table, rest: readonly Column[], mapped: Mapped) {
  const worded = rest.filter((column) => !isDirection(column) || isNamed(column, "category"));
  const texts = findDescribed(table, worded);
  const named = existing([mapped("payee"), mapped("description")]);
  const described = named.length > 0 ? named : texts;
  const category = mapped("category") ?? bestFor(rest, "category");
  return {
    /** Columns that also hint at a row's sign. */
    telling: existing([...texts, category, bestFor(rest, "type")]),
    words: {
      described,
      otherTexts: named.length > 0 ? [] : findOtherTexts(worded, described),
      category,
      marked: findPendingMarks(table, described),
    },
  };
}

/**
 * Finds how much money each row moved, and in which direction.
 * @param context the context of the amounts, with the columns beside them
 * @throws ImportRefusal unsure, bad_option
 */
function findMoney(
  table: Table,
  { found, used }: FoundAmounts,
  context: AmountContext,
  mapped: Mapped,
) {
  const { columns, decimal, dayOf } = context;
  const amounts = decideAmounts(table, found, context);
  const timeOrder = timeOrderOf(table.rows.map(({ cells }) => dayOf(cells)));
  const fee = mapped("fee");
  const further = furtherColumns(table, amounts, fee, { columns, decimal, timeOrder });
  if (!mapped("amount") && !further.balance) refuseGross(table, amounts, columns, decimal);
  const isCounted = (column: Column) =>
    further.extras.some((extra) => extra.column === column) ||
    isIn(table, amounts, column, columns, decimal);
  return {
    amounts,
    ...further,
    decimal,
    otherFee: fee ? undefined : columns.find((column) => hasFees(column) && !isCounted(column)),
    amountCurrencies: currenciesInAmounts(used),
    isShared: isSharedCost(amounts),
  };
}

/**
 * @param records all records of the source
 * @param encoding the encoding that the survey found
 * @param formats the saved formats, and which of them may be used
 * @returns undefined for a file with a header but no rows
 * @throws ImportRefusal unsure, unreadable, bad_option
 */
export async function sniff(
  source: Source,
  records: KeptRecords,
  encoding: string,
  dialect: Dialect,
  onCommandLine: Given,
  formats: FormatChoice,
): Promise<Layout | undefined> {
  const { header } = dialect;
  const first = await gather(records, dialect);
  if (first.table.rowCount === 0) {
    if (first.strayLine !== undefined) throw noList(source.name, first.strayLine);
    if (header) return undefined;
    throw unreadable(
      `${source.name} is empty.`,
      "Check that it is the right file, and that it was saved completely.",
    );
  }
  const names = header?.cells ?? Array.from({ length: first.table.columnCount }, () => "");
  const format = chooseFormat(names, formats);
  const given = format ? givenWith(format, onCommandLine) : onCommandLine;
  const { table, columns, date } = await findDates(source.name, records, dialect, given, first);
  checkMappedColumns(given.map, columns);
  const mapped: Mapped = (field) => mappedColumn(given.map, field, columns);
  const otherDate = bookingDaysBeside(columns, date);
  table.limitSample(
    ({ cells }) => table.readDate(datedCell(cells, { date, otherDate })) !== undefined,
  );
  const undated = columns.filter((column) => column !== date);
  const foundAmounts = findAmounts(table, undated, given);
  const { found, used, decimal } = foundAmounts;
  refuseDoubleEntry(table, columns, date, found, decimal);
  const dateNotation = findDateNotation(table, columns, date, decimal, given);
  const rest = undated.filter((column) => !used.includes(column));
  const { telling, words } = findWords(table, rest, mapped);
  const dayOf = dayReader(date, dateNotation);
  const context = { columns: rest, texts: telling, decimal, dayOf, given };
  return {
    format,
    encoding,
    ...tableStart(dialect),
    rowCount: table.rowCount,
    usualWidth: table.usualWidth,
    columns,
    date,
    otherDate,
    dateNotation,
    ...findMoney(table, foundAmounts, context, mapped),
    ...words,
    currency: mapped("currency") ?? currencyOfAmounts(undated, used),
    skipsOtherLists: given.skipsOtherLists ?? false,
    ...otherColumns(columns, rest, words.described, mapped),
  };
}
