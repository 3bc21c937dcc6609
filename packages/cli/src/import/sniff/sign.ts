/** Which way money went, for files whose amounts stand in one column. */
import { unsureOf } from "../import-error.ts";
import { columnLabel } from "./amount-cells.ts";
import type { Column } from "./table.ts";

/** Which amounts are expenses: those with this sign. */
export type ExpenseSign = "negative" | "positive";

/** Something in the file that speaks for one of the two. */
export interface Evidence {
  for: ExpenseSign;
  weight: number;
  /** For people. */
  reason: string;
}

export const sayWhichSign = "Say which: --sign expense-negative or --sign expense-positive";

// What two hints of middling weight give, or one that leaves little doubt.
const enough = 3;

const weigh = (sign: ExpenseSign, evidence: readonly Evidence[]) =>
  evidence.filter((one) => one.for === sign).reduce((sum, { weight }) => sum + weight, 0);

/** By how much the evidence speaks for minus; below zero, for plus. */
const leadOf = (evidence: readonly Evidence[]): number =>
  weigh("negative", evidence) - weigh("positive", evidence);

/** What the evidence says, if that is enough. */
export function signOf(evidence: readonly Evidence[]): ExpenseSign | undefined {
  const lead = leadOf(evidence);
  if (Math.abs(lead) < enough) return undefined;
  return lead > 0 ? "negative" : "positive";
}

/** @throws CliError import_unsure */
export function decideSign(amount: Column, evidence: readonly Evidence[]): ExpenseSign {
  const lead = leadOf(evidence);
  const { negative, positive } = amount.profile;
  // That nothing at all in a file is spent takes more to believe.
  const needed = lead > 0 && negative === 0 ? 2 * enough : enough;
  if (Math.abs(lead) >= needed) return lead > 0 ? "negative" : "positive";
  const says = (sign: ExpenseSign) =>
    evidence.filter((one) => one.for === sign).map(({ reason }) => reason);
  const found = [
    ...says("negative").map((reason) => `  for minus: ${reason}`),
    ...says("positive").map((reason) => `  for plus: ${reason}`),
  ];
  throw unsureOf(
    [
      `The file doesn't tell which amounts in ${columnLabel(amount)} are expenses (${positive} positive, ${negative} negative).`,
      ...found,
    ].join("\n"),
    sayWhichSign,
  );
}
