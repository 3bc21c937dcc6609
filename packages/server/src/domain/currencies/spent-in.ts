import { isSpendingKind } from "@outlay/shared";
import type { ExpenseSum, Unconverted } from "../expense-query.ts";
import type { ExpenseRecord } from "../records.ts";
import { kindOf, signOf, type ToHome } from "../spent.ts";

/** The amount that was spent in some records, less refunds. */
export interface SpentSum {
  totalCents: bigint;
  /** The amounts that are left out because their currency has no rate. */
  unconverted: Unconverted;
}

/** Adds up what was spent in some records. */
export function spentIn(records: Iterable<ExpenseRecord>, toHome: ToHome): SpentSum {
  let totalCents = 0n;
  const unconverted = new Map<string, ExpenseSum>();
  for (const record of records) {
    if (!isSpendingKind(kindOf(record))) continue;
    const sign = BigInt(signOf(record));
    const cents = toHome(record);
    const { currency, amountCents } = record;
    if (cents !== undefined) totalCents += sign * cents;
    else if (currency != null) {
      const sum = unconverted.get(currency) ?? { totalCents: 0n, count: 0 };
      unconverted.set(currency, {
        totalCents: sum.totalCents + sign * BigInt(amountCents),
        count: sum.count + 1,
      });
    }
  }
  return { totalCents, unconverted };
}
