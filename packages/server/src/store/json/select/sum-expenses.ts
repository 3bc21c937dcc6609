import { type CalendarDate, isSpendingKind } from "@outlay/shared";
import type {
  ExpenseFilter,
  ExpenseSum,
  SummedExpenses,
  SumsBy,
} from "../../../domain/expense-query.ts";
import { signOf, type ToHome } from "../../../domain/spent.ts";
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
    if (Math.abs(this.#cents) >= mostCents) this.#carry(0n);
  }

  addExact(amountCents: bigint): void {
    this.#count += 1;
    this.#carry(amountCents);
  }

  get sum(): ExpenseSum {
    return { totalCents: this.#further + BigInt(this.#cents), count: this.#count };
  }

  #carry(further: bigint): void {
    this.#further += BigInt(this.#cents) + further;
    this.#cents = 0;
  }
}

/** Running sums by key. */
class RunningSums extends Map<string, RunningSum> {
  of(key: string): RunningSum {
    let sum = this.get(key);
    if (!sum) {
      sum = new RunningSum();
      this.set(key, sum);
    }
    return sum;
  }

  get sums(): ReadonlyMap<string, ExpenseSum> {
    return new Map([...this].map(([key, { sum }]) => [key, sum]));
  }
}

const keys: Record<SumsBy, (expense: ExpenseFacts) => string> = {
  category: ({ category }) => category ?? "",
  account: ({ account }) => account ?? "",
  tags: ({ tags }) => (tags.length > 1 ? tags.toSorted().join(", ") : (tags[0] ?? "")),
  day: ({ spentOn }) => spentOn,
};

/** Whether a filter is for records that count as spent, beside which income is told. */
const isOfSpending = ({ kinds }: ExpenseFilter): boolean => kinds.some(isSpendingKind);

/** Adds up records by group, the income among them apart. */
class Summing {
  readonly #sums = new RunningSums();
  readonly #unconverted = new RunningSums();
  readonly #income = new RunningSum();
  readonly #unconvertedIncome = new RunningSums();
  #first: CalendarDate | null = null;
  #last: CalendarDate | null = null;
  readonly #keyOf: (expense: ExpenseFacts) => string;
  readonly #toHome: ToHome;
  readonly #isIncomeApart: boolean;

  constructor(by: SumsBy, toHome: ToHome, isIncomeApart: boolean) {
    this.#keyOf = keys[by];
    this.#toHome = toHome;
    this.#isIncomeApart = isIncomeApart;
  }

  add(expense: ExpenseFacts): void {
    if (this.#isIncomeApart && expense.kind === "INCOME") {
      this.#addTo(expense, this.#unconvertedIncome, () => this.#income);
      return;
    }
    const { spentOn } = expense;
    if (this.#first === null || spentOn < this.#first) this.#first = spentOn;
    if (this.#last === null || spentOn > this.#last) this.#last = spentOn;
    this.#addTo(expense, this.#unconverted, () => this.#sums.of(this.#keyOf(expense)));
  }

  get summed(): SummedExpenses {
    const income = { sum: this.#income.sum, unconverted: this.#unconvertedIncome.sums };
    return {
      sums: this.#sums.sums,
      unconverted: this.#unconverted.sums,
      income,
      first: this.#first,
      last: this.#last,
    };
  }

  #addTo(expense: ExpenseFacts, unconverted: RunningSums, converted: () => RunningSum): void {
    const { amountCents, currency } = expense;
    const sign = signOf(expense);
    if (currency == null) {
      converted().add(sign * amountCents);
      return;
    }
    const cents = this.#toHome(expense);
    if (cents === undefined) unconverted.of(currency).add(sign * amountCents);
    else converted().addExact(BigInt(sign) * cents);
  }
}

/**
 * The sums of a filter's expenses. Refunds count as negative. If the filter is for spending, the income that meets its
 * other conditions is summed apart.
 * @param oldest expenses put in the trash before this time are gone
 */
export async function sumExpenses(
  own: UserExpenses,
  filter: ExpenseFilter,
  { by, toHome }: { by: SumsBy; toHome: ToHome },
  oldest: string,
): Promise<SummedExpenses> {
  const isIncomeApart = isOfSpending(filter);
  const kinds = isIncomeApart ? [...filter.kinds, "INCOME" as const] : filter.kinds;
  const matches = expenseMatcher({ ...filter, kinds }, oldest);
  const summing = new Summing(by, toHome, isIncomeApart);
  const add = (expense: ExpenseFacts) => {
    if (matches(expense)) summing.add(expense);
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
  return summing.summed;
}
