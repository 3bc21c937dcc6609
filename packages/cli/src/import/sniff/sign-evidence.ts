/** What in a file speaks for one sign of its expenses or for the other. */
import type { CalendarDate } from "@outlay/shared";
import type { DecimalMark } from "../cells/number-cell.ts";
import { columnLabel, signedCents } from "./amount-cells.ts";
import { balanceSign, type TimeOrder } from "./balance.ts";
import { payText, spendingText } from "./cell-words.ts";
import { meaningIn } from "./direction.ts";
import { isReceived, rowsOf, type SignedRow } from "./signed-rows.ts";
import { fromNames } from "./name-evidence.ts";
import type { Evidence, ExpenseSign } from "./sign.ts";
import { type Column, fits, type Table } from "./table.ts";

const other = (sign: ExpenseSign): ExpenseSign => (sign === "negative" ? "positive" : "negative");

function fromBalances(
  table: Table,
  amount: Column,
  columns: readonly Column[],
  decimal: DecimalMark,
  timeOrder: TimeOrder,
): Evidence[] {
  const balances = columns.filter(
    (column) => column !== amount && column.profile.isNumbers && !column.profile.isDates,
  );
  const likely = balances.filter((column) => fits(column, "balance") > 0);
  // Without a name, any of a few may be one.
  for (const balance of likely.length > 0 ? likely : balances.slice(0, 8)) {
    const sign = balanceSign(
      table.rows.map(({ cells }) => ({
        amount: signedCents(cells[amount.index] ?? "", decimal),
        balance: signedCents(cells[balance.index] ?? "", decimal),
      })),
      timeOrder,
    );
    if (sign) {
      const reason = `the balance in ${columnLabel(balance)} ${sign === 1 ? "rises" : "falls"} with positive amounts`;
      return [{ for: sign === 1 ? "negative" : "positive", weight: 4, reason }];
    }
  }
  return [];
}

function fromSigns({ profile }: Column): Evidence[] {
  const { negative, positive, plus } = profile;
  if (plus > 0 && negative === 0 && positive > plus) {
    return [{ for: "positive", weight: 6, reason: "only what comes in has a plus" }];
  }
  if (plus > 0 && plus === positive && negative === 0) {
    return [{ for: "negative", weight: 6, reason: "every amount has a plus" }];
  }
  if (plus > 0 && negative > 0) {
    return [
      { for: "negative", weight: 6, reason: "what comes in has a plus, what goes out a minus" },
    ];
  }
  if (negative > 0 && positive === 0) {
    return [{ for: "negative", weight: 6, reason: "every amount is negative" }];
  }
  if (negative >= 2 && negative >= 0.6 * (negative + positive)) {
    return [{ for: "negative", weight: 3, reason: "most amounts are negative" }];
  }
  if (negative > 0 && positive >= 0.6 * (negative + positive)) {
    return [{ for: "positive", weight: 1, reason: "most amounts are positive" }];
  }
  return [];
}

/** Words of direction beside the amounts, where they go with the signs. */
function fromDirections(rows: readonly SignedRow[], columns: readonly Column[]): Evidence[] {
  return columns.flatMap((column): Evidence[] => {
    const meaning = meaningIn(column);
    let agree = 0;
    let differ = 0;
    for (const { cents, cells } of rows) {
      const direction = meaning(cells[column.index] ?? "");
      if (direction === "out" || direction === "in") {
        if ((direction === "out") === cents < 0) agree += 1;
        else differ += 1;
      }
    }
    const total = agree + differ;
    if (total < 1 || Math.min(agree, differ) > total / 10) return [];
    const sign: ExpenseSign = agree > differ ? "negative" : "positive";
    return [{ for: sign, weight: 6, reason: `the words in ${columnLabel(column)} say so` }];
  });
}

/** The words of rows beside their signs. */
function fromTexts(rows: readonly SignedRow[]): Evidence[] {
  const votes = { negative: 0, positive: 0 };
  for (const { text, cents } of rows) {
    const spends = spendingText.test(text);
    const receives = isReceived(text);
    if (spends === receives) continue;
    const sign: ExpenseSign = cents < 0 ? "negative" : "positive";
    votes[spends ? sign : other(sign)] += 1;
  }
  const winner: ExpenseSign = votes.negative > votes.positive ? "negative" : "positive";
  const lead = votes[winner] - 2 * votes[other(winner)];
  if (lead <= 0) return [];
  const reason = `what the rows are called fits (${votes[winner]} of them)`;
  return [{ for: winner, weight: Math.min(5, 1 + lead), reason }];
}

/** Pay comes in. */
function fromPay(rows: readonly SignedRow[]): Evidence[] {
  if (!rows.some(({ cents }) => cents < 0)) return [];
  const pay = rows.filter(({ text }) => payText.test(text));
  const [first] = pay;
  if (!first || pay.some(({ cents }) => cents > 0 !== first.cents > 0)) return [];
  const reason = `line ${first.line} looks like pay`;
  return [{ for: first.cents > 0 ? "negative" : "positive", weight: 3, reason }];
}

/** A refund has the name and the amount of a purchase on an earlier day, and the other sign. */
function fromRefunds(
  rows: readonly SignedRow[],
  dayOf: (cells: readonly string[]) => CalendarDate | undefined,
): Evidence[] {
  const purchases = new Map<string, SignedRow>();
  const inTime = rows.toSorted((one, next) =>
    (dayOf(one.cells) ?? "") < (dayOf(next.cells) ?? "") ? -1 : 1,
  );
  for (const row of inTime) {
    const earlier = purchases.get(`${row.text} ${-row.cents}`);
    if (earlier && row.text !== "" && dayOf(earlier.cells) !== dayOf(row.cells)) {
      const reason = `line ${row.line} looks like a refund of line ${earlier.line}`;
      return [{ for: earlier.cents < 0 ? "negative" : "positive", weight: 2, reason }];
    }
    purchases.set(`${row.text} ${row.cents}`, row);
  }
  return [];
}

export interface SignContext {
  columns: readonly Column[];
  /** Columns whose cells are words of direction. */
  directions: readonly Column[];
  /** Columns of text, with those of types and categories. */
  texts: readonly Column[];
  decimal: DecimalMark;
  timeOrder: TimeOrder;
  /** The day of a row. */
  dayOf: (cells: readonly string[]) => CalendarDate | undefined;
}

/** All that speaks for one sign or the other. */
export function signEvidence(table: Table, amount: Column, context: SignContext): Evidence[] {
  const { columns, directions, texts, decimal, timeOrder, dayOf } = context;
  const rows = rowsOf(table, amount, texts, decimal);
  const balances = fromBalances(table, amount, columns, decimal, timeOrder);
  return [
    ...balances,
    ...fromSigns(amount),
    ...fromDirections(rows, directions),
    ...fromTexts(rows),
    ...fromPay(rows),
    ...fromRefunds(rows, dayOf),
    ...fromNames(rows, amount, columns, balances.length > 0),
  ];
}
