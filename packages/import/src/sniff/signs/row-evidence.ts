/** Evidence for the sign of expenses from the rows themselves. */
import type { CalendarDate } from "@outlay/shared";
import { columnLabel } from "../amounts/amount-cells.ts";
import { payText, spendingText } from "../words/cell-words.ts";
import { meaningIn } from "./direction.ts";
import type { Evidence, ExpenseSign } from "./sign.ts";
import { isCardPayment, isReceived, type SignedRow } from "./signed-rows.ts";
import type { Column } from "../table/table.ts";

const other = (sign: ExpenseSign): ExpenseSign => (sign === "negative" ? "positive" : "negative");

/** Compares words of direction with the signs beside them. */
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

/** Compares the texts of rows with their signs. */
function fromTexts(rows: readonly SignedRow[]): Evidence[] {
  const votes = { negative: 0, positive: 0 };
  const received = { negative: 0, positive: 0 };
  for (const { text, cents } of rows) {
    const receives = isReceived(text);
    const spends = spendingText.test(text) && !isCardPayment(text);
    if (spends === receives) continue;
    const sign: ExpenseSign = cents < 0 ? "negative" : "positive";
    votes[spends ? sign : other(sign)] += 1;
    if (receives) received[sign] += 1;
  }
  const winner: ExpenseSign = votes.negative > votes.positive ? "negative" : "positive";
  const lead = votes[winner] - 2 * votes[other(winner)];
  if (lead <= 0) return [];
  // If the words say of every row with the other sign that money came in, that is no coincidence.
  const ofOther = rows.filter(({ cents }) => cents < 0 === (winner === "positive")).length;
  const isWhole = ofOther >= 2 && received[other(winner)] === ofOther;
  const reason = `the words of ${votes[winner]} rows suggest it`;
  return [{ for: winner, weight: isWhole ? 5 : Math.min(5, 1 + lead), reason }];
}

/** Pay is money in. */
function fromPay(rows: readonly SignedRow[]): Evidence[] {
  if (!rows.some(({ cents }) => cents < 0)) return [];
  const pay = rows.filter(({ text }) => payText.test(text));
  const [first] = pay;
  if (!first || pay.some(({ cents }) => cents > 0 !== first.cents > 0)) return [];
  const reason = `line ${first.line} looks like pay`;
  if (first.cents > 0) return [{ for: "negative", weight: 3, reason }];
  // Employers pay wages too, but then most of their money goes out.
  const paid = rows.filter(({ cents }) => cents < 0).length;
  return 2 * paid > rows.length ? [] : [{ for: "positive", weight: 3, reason }];
}

const isPartOf = (row: SignedRow, before: SignedRow): boolean =>
  row.cents < 0 !== before.cents < 0 && Math.abs(row.cents) < Math.abs(before.cents);

/** A refund has the same name and amount as a purchase on an earlier day, with the other sign. */
function fromRefunds(
  rows: readonly SignedRow[],
  dayOf: (cells: readonly string[]) => CalendarDate | undefined,
): Evidence[] {
  const purchases = new Map<string, SignedRow>();
  const last = new Map<string, SignedRow>();
  const partly: Evidence[] = [];
  const inTime = rows.toSorted((one, next) =>
    (dayOf(one.cells) ?? "") < (dayOf(next.cells) ?? "") ? -1 : 1,
  );
  const found: Record<ExpenseSign, string[]> = { negative: [], positive: [] };
  for (const row of inTime) {
    const before = last.get(row.text);
    if (before && isPartOf(row, before)) {
      const reason = `line ${row.line} looks like a partial refund of line ${before.line}`;
      partly.push({ for: before.cents < 0 ? "negative" : "positive", weight: 1, reason });
    }
    if (row.text !== "") last.set(row.text, row);
    const earlier = purchases.get(`${row.text} ${-row.cents}`);
    if (earlier && row.text !== "" && dayOf(earlier.cells) !== dayOf(row.cells)) {
      const reason = `line ${row.line} looks like a refund of line ${earlier.line}`;
      found[earlier.cents < 0 ? "negative" : "positive"].push(reason);
      purchases.delete(`${row.text} ${-row.cents}`);
    } else purchases.set(`${row.text} ${row.cents}`, row);
  }
  const whole = (["negative", "positive"] as const).flatMap((sign) => {
    const [reason] = found[sign];
    if (reason === undefined) return [];
    return [{ for: sign, weight: Math.min(6, 2 * found[sign].length), reason }];
  });
  return [...whole, ...partly.slice(0, 1)];
}

export interface RowContext {
  /** Columns that hold words of direction. */
  directions: readonly Column[];
  /** Returns the day of a row. */
  dayOf: (cells: readonly string[]) => CalendarDate | undefined;
}

/** Evidence that hardly anything but the sign can explain. */
export const strictEvidence = (
  rows: readonly SignedRow[],
  { directions }: RowContext,
): Evidence[] => [...fromDirections(rows, directions), ...fromPay(rows)];

export const rowEvidence = (rows: readonly SignedRow[], context: RowContext): Evidence[] => [
  ...strictEvidence(rows, context),
  ...fromTexts(rows),
  ...fromRefunds(rows, context.dayOf),
];
