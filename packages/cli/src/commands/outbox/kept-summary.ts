import type { Money } from "../../terminal/amounts.ts";
import type { KeptExpense } from "../../outbox/outbox-file.ts";
import { hasNoCategory, kindWord } from "../expense/kinds/kind-text.ts";
import { sentAmountText } from "../expense/kinds/sent-text.ts";
import { tagsText } from "../expense/tags-text.ts";

/** A queued expense on one line: `expense 3 of the outbox: 12.50  FOOD  2026-11-22  Lunch  #work`. */
export function keptSummary({ id, expense }: KeptExpense, money: Money): string {
  const { category, date, description, tags, kind = null, direction = null } = expense;
  const said = [
    sentAmountText(expense, money),
    hasNoCategory({ category, kind }) ? direction : category,
    date,
    description,
    tagsText(tags),
  ];
  const what = `${kindWord(kind)} ${id} of the outbox`;
  return `${what}: ${said.filter((part) => part !== null && part !== "").join("  ")}`;
}
