import {
  type CalendarDate,
  countPeriods,
  type ExactUnconverted,
  InvalidFields,
  maxReportPeriods,
  periodKey,
  periodKeys,
  type PeriodUnit,
  type SpendingGroup,
  spendingKinds,
  type SpendingGrouping,
  type SpendingReport,
} from "@outlay/shared";
import type { Category, CategoryTree } from "./category-tree.ts";
import type {
  ExpenseFilter,
  ExpenseSum,
  SummedExpenses,
  SumsBy,
  Unconverted,
} from "./expense-query.ts";

/** The store's sums, from which a report is built. */
export const sumsFor = (by: SpendingGrouping): SumsBy => {
  if (by === "tag") return "tags";
  return by === "category" || by === "account" ? by : "day";
};

const nothing: ExpenseSum = { totalCents: 0n, count: 0 };

const added = (one: ExpenseSum, other: ExpenseSum): ExpenseSum => ({
  totalCents: one.totalCents + other.totalCents,
  count: one.count + other.count,
});

/** Adds up the sums of entries with the same key. */
function regrouped(
  sums: ReadonlyMap<string, ExpenseSum>,
  keyOf: (key: string) => string,
): Map<string, ExpenseSum> {
  const groups = new Map<string, ExpenseSum>();
  for (const [key, sum] of sums) {
    groups.set(keyOf(key), added(groups.get(keyOf(key)) ?? nothing, sum));
  }
  return groups;
}

const groupsOf = (
  groupKeys: readonly string[],
  sums: ReadonlyMap<string, ExpenseSum>,
  parentOf: (key: string) => string | null = () => null,
): SpendingGroup[] =>
  groupKeys.map((key) => ({ key, parent: parentOf(key), ...(sums.get(key) ?? nothing) }));

/** @throws InvalidFields if there are more periods than a report may have */
function periodsBetween(by: PeriodUnit, from: CalendarDate, to: CalendarDate): string[] {
  const count = countPeriods(by, from, to);
  if (count <= maxReportPeriods) return periodKeys(by, from, to);
  throw new InvalidFields({
    by: [
      `Grouping ${from} to ${to} by ${by} gives ${count} groups; a report can have at most ${maxReportPeriods}. ` +
        "Choose days that are closer together, or group by longer periods.",
    ],
  });
}

/**
 * Returns the requested categories, or all that are offered, in the order of lists, and any other that has a sum, such
 * as an archived one with its parent, or that of records without a category.
 */
function categoryKeys(
  sums: ReadonlyMap<string, ExpenseSum>,
  requested: readonly string[],
  tree: CategoryTree,
): string[] {
  const isOffered = ({ key, isArchived, isBuiltIn }: Category) => {
    if (sums.has(key)) return true;
    if (requested.length > 0) return requested.includes(key);
    return tree.isForExpenses(key) && (isBuiltIn || !isArchived);
  };
  const offered = tree.all.filter(isOffered);
  const isShown = (category: Category) =>
    offered.includes(category) ||
    // The parent of a category that is shown, so that it can be added up.
    (requested.length === 0 && offered.some(({ parent }) => parent === category.key));
  const known = tree.all.filter(isShown).map(({ key }) => key);
  return [...known, ...[...sums.keys()].filter((key) => !known.includes(key)).toSorted()];
}

/** Returns the groups in order, including empty ones: all requested categories, or all periods. */
function spendingGroups(
  { sums }: SummedExpenses,
  by: SpendingGrouping,
  {
    categories,
    tree,
    days,
  }: {
    categories: readonly string[];
    tree: CategoryTree;
    days: [CalendarDate, CalendarDate] | null;
  },
): SpendingGroup[] {
  if (by === "tag" || by === "account") return groupsOf([...sums.keys()].toSorted(), sums);
  if (by === "category") {
    const keys = categoryKeys(sums, categories, tree);
    return groupsOf(keys, sums, (key) => tree.parentOf(key));
  }
  if (!days) return [];
  return groupsOf(
    periodsBetween(by, ...days),
    regrouped(sums, (day) => periodKey(by, day)),
  );
}

export const exactUnconverted = (unconverted: Unconverted): ExactUnconverted[] =>
  [...unconverted]
    .map(([currency, { totalCents, count }]) => ({ currency, total: totalCents, count }))
    .toSorted((one, other) => (one.currency < other.currency ? -1 : 1));

/** Income has no category, so it is no part of a report of categories. Nor is it of one of refunds alone. */
function incomeOf(
  { income }: SummedExpenses,
  { kinds, categories }: ExpenseFilter,
  spentCents: bigint,
): Pick<SpendingReport, "incomeCents" | "leftCents" | "incomeUnconverted"> {
  const isOfAllSpending = spendingKinds.every((kind) => kinds.includes(kind));
  const hasIncome = income.sum.count > 0 || income.unconverted.size > 0;
  if (!isOfAllSpending || categories.length > 0 || !hasIncome)
    return { incomeCents: null, leftCents: null, incomeUnconverted: [] };
  const { totalCents } = income.sum;
  return {
    incomeCents: totalCents,
    leftCents: totalCents - spentCents,
    incomeUnconverted: exactUnconverted(income.unconverted),
  };
}

/**
 * Builds a report of the expenses that match a filter. Each expense is in exactly one group, so the groups add up to
 * the total. A category's group is without those of the categories below it, and names its parent. An expense with several tags is in the group of that combination of tags.
 * @throws InvalidFields if the report would have too many groups
 */
export function spendingReport(
  summed: SummedExpenses,
  by: SpendingGrouping,
  { filter, tree }: { filter: ExpenseFilter; tree: CategoryTree },
): SpendingReport {
  const from = filter.first ?? summed.first;
  const to = filter.last ?? summed.last;
  const days: [CalendarDate, CalendarDate] | null =
    from !== null && to !== null ? [from, to] : null;
  const groups = spendingGroups(summed, by, { categories: filter.categories, tree, days });
  const total = [...summed.sums.values()].reduce(added, nothing);
  const unconverted = exactUnconverted(summed.unconverted);
  const told = incomeOf(summed, filter, total.totalCents);
  return { from, to, by, ...total, groups, unconverted, ...told };
}
