import type { SpendingReport } from "@outlay/shared";

/** A report of nothing, apart from what is given. */
export const aReport = (more: Partial<SpendingReport> = {}): SpendingReport => ({
  from: null,
  to: null,
  by: "category",
  groups: [],
  totalCents: 0n,
  count: 0,
  unconverted: [],
  incomeCents: null,
  leftCents: null,
  incomeUnconverted: [],
  ...more,
});
