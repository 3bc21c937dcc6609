/** The amounts that records add to what was spent. */
import type { ExpenseRecord } from "./records.ts";

type Kinded = Pick<ExpenseRecord, "kind">;

export const kindOf = ({ kind }: Kinded) => kind ?? "EXPENSE";

/** -1 for a refund, which is taken off what was spent; 1 for every other kind. */
export const signOf = ({ kind }: Kinded): 1 | -1 => (kind === "REFUND" ? -1 : 1);

/**
 * Converts an amount to the home currency.
 * @returns undefined if there is no rate for it
 */
export type ToHome = (
  record: Pick<ExpenseRecord, "amountCents" | "currency" | "spentOn">,
) => bigint | undefined;

/** Knows no rates. */
export const onlyHome: ToHome = ({ amountCents, currency }) =>
  currency == null ? BigInt(amountCents) : undefined;
