/** Records of all kinds in the signs and words that people read. */
import { type ExpenseKind, isSpendingKind } from "@outlay/shared";
import { wordText } from "../../../api/received/open-object.ts";
import type { Expense } from "../../../api/received/records.ts";
import { foreignMoney, type Money } from "../../../terminal/amounts.ts";

const refund: ExpenseKind = "REFUND";
const transfer: ExpenseKind = "TRANSFER";
const expense: ExpenseKind = "EXPENSE";

/** `refund`: the word for the kind; `expense` for a kind that has no word. */
export const kindWord = (kind: string | null | undefined): string =>
  (kind ?? expense).toLowerCase();

/** The amount, which is negative for a refund, as that is taken off what was spent. */
export function amountText(
  { amount, currency, kind }: Pick<Expense, "amount" | "currency" | "kind">,
  money: Money,
): string {
  const signed = kind === refund ? -amount : amount;
  // The sign of the user's own currency must not stand before an amount in another one.
  return (currency === null ? money : foreignMoney(currency)).ofWire(signed);
}

/** `in`, `out of Giro`: the direction of a transfer, with its account. */
const directionText = ({ direction, account }: Pick<Expense, "direction" | "account">): string => {
  if (account === null) return direction ?? "";
  return direction === "in" ? `into ${account}` : `out of ${account}`;
};

/** Whether a record is of a kind without categories. */
export const hasNoCategory = ({ category, kind }: Pick<Expense, "category" | "kind">): boolean =>
  category === null && kind !== null && !isSpendingKind(kind);

/** The parts of a summary that only some kinds have: a category, a direction, an account. */
export function kindDetails(record: Expense): { first: string; last: string } {
  const { kind, category, account } = record;
  if (kind === transfer) return { first: directionText(record), last: "" };
  const last = account === null ? "" : `(${account})`;
  return { first: hasNoCategory(record) ? "" : wordText(category), last };
}

/** The category; `(income)` and `(transfer in)` for the kinds that have none. */
export function categoryOrKind(record: Pick<Expense, "category" | "kind" | "direction">): string {
  const { category, kind, direction } = record;
  if (!hasNoCategory(record)) return wordText(category);
  return `(${[kindWord(kind), direction ?? ""].filter((part) => part !== "").join(" ")})`;
}
