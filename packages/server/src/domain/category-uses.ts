/** The records that keep a category from being removed. */
import { counted } from "@outlay/shared";

/** The number of records of each kind that name a category, in the trash too. */
export interface CategoryUses {
  expenses: number;
  budgets: number;
  /** The categories that belong to it. */
  categories: number;
  recurring: number;
  rules: number;
}

const names: Record<keyof CategoryUses, (count: number) => string> = {
  expenses: (count) => counted(count, "expense"),
  budgets: (count) => counted(count, "budget"),
  categories: (count) => (count === 1 ? "1 category below it" : `${count} categories below it`),
  recurring: (count) => `${count} recurring`,
  rules: (count) => counted(count, "rule"),
};

export const isUsed = (uses: CategoryUses): boolean =>
  Object.values(uses).some((count) => count > 0);

/** Lists the uses: `3 expenses, 1 budget and 2 categories below it`. */
export function usesText(uses: CategoryUses): string {
  const parts = (Object.keys(names) as (keyof CategoryUses)[])
    .filter((kind) => uses[kind] > 0)
    .map((kind) => names[kind](uses[kind]));
  const last = parts.pop() ?? "nothing";
  return parts.length === 0 ? last : `${parts.join(", ")} and ${last}`;
}
