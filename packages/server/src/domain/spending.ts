import type { CalendarDate } from "@outlay/shared";
import type { ExpenseRecord } from "./records.ts";
import { kindOf, signOf, type ToHome } from "./spent.ts";

/** An amount by day, in cents. */
export type DailyCents = ReadonlyMap<CalendarDate, bigint>;

/** An amount in a currency without a rate. A refund's amount is negative. */
interface UnconvertedAmount {
  currency: string;
  spentOn: CalendarDate;
  cents: bigint;
}

/** The amounts of some records: those in the home currency by day, and those that have no rate. */
export interface DailyAmounts {
  byDay: DailyCents;
  unconverted: readonly UnconvertedAmount[];
}

export const noAmounts: DailyAmounts = { byDay: new Map(), unconverted: [] };

/** Adds up the amounts of several categories. */
export function sumOfAmounts(all: readonly DailyAmounts[]): DailyAmounts {
  const [only] = all;
  if (only && all.length === 1) return only;
  const byDay = new Map<CalendarDate, bigint>();
  for (const amounts of all) {
    for (const [day, cents] of amounts.byDay) byDay.set(day, (byDay.get(day) ?? 0n) + cents);
  }
  return { byDay, unconverted: all.flatMap(({ unconverted }) => unconverted) };
}

class Amounts implements DailyAmounts {
  readonly byDay = new Map<CalendarDate, bigint>();
  readonly unconverted: UnconvertedAmount[] = [];

  add(record: AddedRecord, toHome: ToHome): void {
    const { spentOn, currency, amountCents } = record;
    const sign = BigInt(signOf(record));
    const home = toHome(record);
    if (home !== undefined) {
      this.byDay.set(spentOn, (this.byDay.get(spentOn) ?? 0n) + sign * home);
    } else if (currency != null) {
      this.unconverted.push({ currency, spentOn, cents: sign * BigInt(amountCents) });
    }
  }
}

type AddedRecord = Pick<
  ExpenseRecord,
  "amountCents" | "category" | "spentOn" | "kind" | "currency"
>;

export interface Spending {
  /** The amounts spent in each category, without those of categories below it. */
  byCategory: ReadonlyMap<string, DailyAmounts>;
  /** The amounts spent in all categories. */
  spent: DailyAmounts;
  income: DailyAmounts;
}

/** Adds up what was spent and what came in on each day. Transfers are neither. */
export function spendingOf(records: readonly AddedRecord[], toHome: ToHome): Spending {
  const byCategory = new Map<string, Amounts>();
  const spent = new Amounts();
  const income = new Amounts();
  for (const record of records) {
    const kind = kindOf(record);
    if (kind === "INCOME") income.add(record, toHome);
    if (kind === "INCOME" || kind === "TRANSFER") continue;
    spent.add(record, toHome);
    const category = record.category ?? "";
    const own = byCategory.get(category) ?? new Amounts();
    byCategory.set(category, own);
    own.add(record, toHome);
  }
  return { byCategory, spent, income };
}
