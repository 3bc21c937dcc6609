/** The kinds of records that a report adds up, in words. */
import { type ExpenseKind, isSpendingKind, type SpendingGrouping } from "@outlay/shared";
import { usageError } from "../../errors/cli-error.ts";
import { isOfSpending } from "../expense/kinds/filter-kinds.ts";

interface KindTexts {
  heading: string;
  /** The sentence for days without any. */
  nothing: string;
}

const ofSpending: KindTexts = { heading: "Spending", nothing: "Nothing was spent" };

const ofKind: Record<ExpenseKind, KindTexts> = {
  EXPENSE: { heading: "Expenses without refunds", nothing: ofSpending.nothing },
  REFUND: { heading: "Refunds", nothing: "There were no refunds" },
  INCOME: { heading: "Income", nothing: "There was no income" },
  TRANSFER: { heading: "Transfers", nothing: "There were no transfers" },
};

function textsOf(filter: URLSearchParams): KindTexts {
  const [kind, another] = filter.getAll("kind") as ExpenseKind[];
  return kind === undefined || another !== undefined ? ofSpending : ofKind[kind];
}

/** `Spending`, `Income`: what the groups of a report are sums of. */
export const headingText = (filter: URLSearchParams): string => textsOf(filter).heading;

/** `Nothing was spent` */
export const nothingText = (filter: URLSearchParams): string => textsOf(filter).nothing;

/** Refuses kinds whose sum would mean nothing. @throws CliError usage */
export function requireReportKinds(filter: URLSearchParams): void {
  const kinds = filter.getAll("kind");
  if (kinds.length < 2 || kinds.every(isSpendingKind)) return;
  throw usageError(
    "Income and transfers can't be added to what was spent.",
    "Report them alone: --kind income, or --kind transfer. Without --kind, a report says what was spent, and what is left of the income.",
  );
}

/** Income and transfers have no category. */
export const usualGrouping = (filter: URLSearchParams): SpendingGrouping =>
  isOfSpending(filter) ? "category" : "account";
