/** Expenses as they are sent, in the signs and words that people read. */
import { decimalToExactCents, type SentExpense } from "@outlay/shared";
import { foreignMoney, type Money } from "../../../terminal/amounts.ts";
import { categoryOrKind } from "./kind-text.ts";

/** The amount; negative for a refund. */
export function sentAmountText(
  { amount, kind, currency = null }: Pick<SentExpense, "amount" | "kind" | "currency">,
  money: Money,
): string {
  const cents = decimalToExactCents(amount);
  const signed = kind === "REFUND" ? -cents : cents;
  return (currency === null ? money : foreignMoney(currency)).ofCents(signed);
}

/** The category; `(income)` for a kind that has none. */
export const categoryOrSentKind = ({
  category,
  kind = null,
  direction = null,
}: SentExpense): string => categoryOrKind({ category, kind, direction });
