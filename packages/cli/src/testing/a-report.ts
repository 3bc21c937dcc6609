import type { SpendingGroup, SpendingReport } from "@outlay/shared";

type Group = Omit<SpendingGroup, "parent"> & Partial<Pick<SpendingGroup, "parent">>;

/** A report of nothing, apart from what is given. */
export const aReport = ({
  groups = [],
  ...more
}: Partial<Omit<SpendingReport, "groups">> & {
  groups?: readonly Group[];
} = {}): SpendingReport => ({
  from: null,
  to: null,
  by: "category",
  groups: groups.map((group) => ({ parent: null, ...group })),
  totalCents: 0n,
  count: 0,
  unconverted: [],
  incomeCents: null,
  leftCents: null,
  incomeUnconverted: [],
  ...more,
});
