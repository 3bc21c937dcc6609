/** Which way money went, for files whose amounts stand in one column. */
import { unsureOf } from "../../refusal.ts";
import { columnLabel } from "../amounts/amount-cells.ts";
import type { Column } from "../table/table.ts";

/** Which amounts are expenses: those with this sign. */
export type ExpenseSign = "negative" | "positive";

/** Something in the file that speaks for one of the two. */
export interface Evidence {
  for: ExpenseSign;
  weight: number;
  /** For people. */
  reason: string;
  /** It is only what columns are called. */
  isName?: true;
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

/** Whether so many rows of one sign among so many of the other are no accident of a few rows. */
export const isClearMajority = (more: number, fewer: number): boolean =>
  more >= 3 && more >= 2.5 * fewer;

type Signs = Pick<Column["profile"], "negative" | "positive">;

/** Names alone never say that most of a list is no expense. */
function isByNamesAgainstMost(
  sign: ExpenseSign,
  { negative, positive }: Signs,
  evidence: readonly Evidence[],
): boolean {
  const [such, others] = sign === "negative" ? [negative, positive] : [positive, negative];
  const lead = leadOf(evidence.filter(({ isName }) => !isName));
  return isClearMajority(others, such) && (sign === "negative" ? lead <= 0 : lead >= 0);
}

/** @throws ImportRefusal unsure */
export function decideSign(amount: Column, evidence: readonly Evidence[]): ExpenseSign {
  const lead = leadOf(evidence);
  const { negative, positive } = amount.profile;
  // That nothing at all in a file is spent takes more to believe, and that most of it was taken back.
  const [such, others] = lead > 0 ? [negative, positive] : [positive, negative];
  const needed = such === 0 ? 2 * enough : lead < 0 && such < others ? enough + 1 : enough;
  const likelier: ExpenseSign = lead > 0 ? "negative" : "positive";
  const isAgainstMost = isByNamesAgainstMost(likelier, amount.profile, evidence);
  if (Math.abs(lead) >= needed && !isAgainstMost) return likelier;
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
