import type { CalendarDate } from "@outlay/shared";
import type {
  ExpenseFilter,
  ExpenseSum,
  SummedExpenses,
  SumsBy,
} from "../../../domain/expense-query.ts";
import { eachInTurns } from "../../../yielding/each-in-turns.ts";
import { dayParts } from "../memory/day-parts.ts";
import { type ExpenseFacts, LineFacts } from "./expense-line.ts";
import { expenseMatcher } from "./expense-matcher.ts";
import { type UserExpenses, expenseSpan } from "./expense-span.ts";

// Up to this sum a number counts exactly, whatever the next amount.
const mostCents = Number.MAX_SAFE_INTEGER - 1e12;

/** Adds up exactly, and as fast as numbers allow. */
class RunningSum {
  #cents = 0;
  #further = 0n;
  #count = 0;

  add(amountCents: number): void {
    this.#cents += amountCents;
    this.#count += 1;
    if (this.#cents < mostCents) return;
    this.#further += BigInt(this.#cents);
    this.#cents = 0;
  }

  get sum(): ExpenseSum {
    return { totalCents: this.#further + BigInt(this.#cents), count: this.#count };
  }
}

const keys: Record<SumsBy, (expense: ExpenseFacts) => string> = {
  category: ({ category }) => category,
  tags: ({ tags }) => (tags.length > 1 ? tags.toSorted().join(", ") : (tags[0] ?? "")),
  day: ({ spentOn }) => spentOn,
};

/**
 * The sums of a filter's expenses.
 * @param oldest expenses put in the trash before this time are gone
 */
export async function sumExpenses(
  own: UserExpenses,
  filter: ExpenseFilter,
  by: SumsBy,
  oldest: string,
): Promise<SummedExpenses> {
  const matches = expenseMatcher(filter, oldest);
  const keyOf = keys[by];
  const running = new Map<string, RunningSum>();
  let first: CalendarDate | null = null;
  let last: CalendarDate | null = null;
  const add = (expense: ExpenseFacts) => {
    if (!matches(expense)) return;
    const { spentOn, amountCents } = expense;
    if (first === null || spentOn < first) first = spentOn;
    if (last === null || spentOn > last) last = spentOn;
    const key = keyOf(expense);
    let sum = running.get(key);
    if (!sum) {
      sum = new RunningSum();
      running.set(key, sum);
    }
    sum.add(amountCents);
  };
  // A process that hasn't read them all serves nobody else meanwhile.
  if (own.unread) {
    const parts = filter.first && filter.last ? dayParts(filter.first, filter.last) : undefined;
    const { lookAt } = new LineFacts();
    if (parts) own.unread.eachWith(parts, lookAt, add);
    else own.unread.each(lookAt, add);
  } else {
    await eachInTurns(expenseSpan(own, own.views, filter, null), false, (expense) => {
      add(expense);
      return true;
    });
  }
  const sums = new Map([...running].map(([key, each]) => [key, each.sum]));
  return { sums, first, last };
}
