import type { BudgetStatusEntry } from "../../api/received/status-entry.ts";
import { wordText } from "../../api/received/open-object.ts";
import { printable } from "../../terminal/printable.ts";
import { notIncluded, sumsText } from "../../money/unconverted-text.ts";

/** Tells which amounts budgets leave out, and how to set a rate for them; undefined if there are none. */
export function unconvertedBudgets(
  entries: readonly BudgetStatusEntry[],
  label: (category: string | null) => string,
): string | undefined {
  const left = entries.filter(({ unconverted }) => unconverted.length > 0);
  const code = left[0]?.unconverted[0]?.currency;
  if (code === undefined) return undefined;
  const parts = left.map(({ category, period, unconverted }) => {
    const sums = unconverted.map(({ currency, total }) => ({ currency, cents: total }));
    const budget = `${label(category)} (${wordText(period).toLowerCase()})`;
    return `${sumsText(sums)} in ${printable(budget)}`;
  });
  return notIncluded(parts.join("; "), code);
}
