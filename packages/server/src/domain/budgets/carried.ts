import type { Rollover } from "@outlay/shared";

/** The periods, by number and inclusive, in which a budget affects the carried amount. */
export interface RollingBudget {
  first: number;
  /** The last period; Infinity if the budget has no end. */
  last: number;
  amountCents: number;
  rollover: Rollover;
}

interface Change {
  budget: RollingBudget;
  /** 1 if the budget begins, -1 if it ends. */
  sign: 1 | -1;
}

/**
 * The budgets of one category and kind of period that apply at a time. Their amounts are added up.
 */
class Together {
  amountCents = 0n;
  readonly #counts: Record<Rollover, number> = { none: 0, surplus: 0, both: 0 };

  count({ budget: { amountCents, rollover }, sign }: Change): void {
    this.amountCents += BigInt(sign * amountCents);
    this.#counts[rollover] += sign;
  }

  get rollover(): Rollover {
    if (this.#counts.both > 0) return "both";
    return this.#counts.surplus > 0 ? "surplus" : "none";
  }
}

/** Returns the budgets that begin or end, by period. */
function changesOf(budgets: readonly RollingBudget[]): ReadonlyMap<number, readonly Change[]> {
  const changes = new Map<number, Change[]>();
  const add = (period: number, change: Change) => {
    const others = changes.get(period);
    if (others) others.push(change);
    else changes.set(period, [change]);
  };
  for (const budget of budgets) {
    if (budget.first > budget.last) continue;
    add(budget.first, { budget, sign: 1 });
    add(budget.last + 1, { budget, sign: -1 });
  }
  return changes;
}

/** The amount that moves from period to period. */
class Carried {
  /** Negative after overspending that is carried. */
  cents = 0n;
  /** The overspending that was not carried, and that refunds of later periods make good first. */
  #forgottenCents = 0n;

  /** Ends a period with a budget of this amount. */
  endPeriod(rollover: Rollover, amountCents: bigint, spentCents: bigint): void {
    const restCents = this.cents + amountCents - spentCents;
    if (rollover !== "surplus") this.#forgottenCents = 0n;
    if (rollover === "none") this.cents = 0n;
    if (rollover === "both") this.cents = restCents;
    if (rollover === "surplus") this.#endWithSurplus(restCents, spentCents);
  }

  #endWithSurplus(restCents: bigint, spentCents: bigint): void {
    this.cents = 0n;
    if (restCents < 0n) {
      this.#forgottenCents -= restCents;
      return;
    }
    // The amount that came back in the period and is still there at its end
    const refundedCents = smaller(spentCents < 0n ? -spentCents : 0n, restCents);
    const madeGoodCents = smaller(this.#forgottenCents, refundedCents);
    this.#forgottenCents -= madeGoodCents;
    this.cents = restCents - madeGoodCents;
  }
}

const smaller = (one: bigint, other: bigint): bigint => (one < other ? one : other);

/**
 * Returns the amount carried into a period from the earlier ones, in cents. Consecutive periods with the same budgets and
 * without spending are calculated in one step, because there are half a million weeks from the year 1 to 9999.
 * @param budgets the budgets of one category and kind of period
 * @param spentCents returns the amount spent in the period with this number, which is negative after more refunds than
 * expenses
 */
export function carriedInto(
  period: number,
  budgets: readonly RollingBudget[],
  spentCents: ReadonlyMap<number, bigint>,
): bigint {
  const changes = changesOf(budgets);
  const spendings = [...spentCents.keys()].flatMap((number) => [number, number + 1]);
  const starts = [...new Set([...changes.keys(), ...spendings])]
    .filter((number) => number < period)
    .toSorted((one, other) => one - other);

  const together = new Together();
  const carried = new Carried();
  for (const [index, start] of starts.entries()) {
    for (const change of changes.get(start) ?? []) together.count(change);
    const { amountCents, rollover } = together;
    const alike = (starts[index + 1] ?? period) - start - 1;
    carried.endPeriod(rollover, amountCents, spentCents.get(start) ?? 0n);
    if (rollover !== "none") carried.cents += amountCents * BigInt(alike);
  }
  return carried.cents;
}
