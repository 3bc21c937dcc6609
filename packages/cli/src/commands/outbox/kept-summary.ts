import { decimalToExactCents } from "@outlay/shared";
import { tagsText } from "../expense/tags-text.ts";
import type { Money } from "../../terminal/amounts.ts";
import type { KeptExpense } from "../../outbox/outbox-file.ts";

/** A queued expense on one line: `expense 3 of the outbox: 12.50  FOOD  2026-11-22  Lunch  #work`. */
export function keptSummary({ id, expense }: KeptExpense, money: Money): string {
  const { amount, category, date, description, tags } = expense;
  const said = [
    money.ofCents(decimalToExactCents(amount)),
    category,
    date,
    description,
    tagsText(tags),
  ];
  return `expense ${id} of the outbox: ${said.filter((part) => part !== "").join("  ")}`;
}
