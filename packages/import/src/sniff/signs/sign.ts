/** Decides which sign expenses have in a file with a single amount column. */
import { unsureOf } from "../../refusal.ts";
import { columnLabel } from "../amounts/amount-cells.ts";
import type { Column } from "../table/table.ts";

/** The sign of expenses. */
export type ExpenseSign = "negative" | "positive";

/** An observation that suggests one of the signs. */
export interface Evidence {
  for: ExpenseSign;
  weight: number;
  /** An explanation for people. */
  reason: string;
  /** Whether the evidence comes only from the names of columns. */
  isName?: true;
}

const sayWhichSign =
  "Say which sign expenses have: --sign expense-negative or --sign expense-positive";

/** If no amount has a sign, an option for the sign decides about all rows alike. */
export const sayDirection =
  "If all rows are expenses: --sign expense-positive. If none is: --sign expense-negative. If a column gives the direction: --map direction=COLUMN";

// The weight of two medium hints, or of one that leaves little doubt.
const enough = 3;

const weigh = (sign: ExpenseSign, evidence: readonly Evidence[]) =>
  evidence.filter((one) => one.for === sign).reduce((sum, { weight }) => sum + weight, 0);

/** By how much the evidence suggests minus; negative if it suggests plus. */
const leadOf = (evidence: readonly Evidence[]): number =>
  weigh("negative", evidence) - weigh("positive", evidence);

/** Returns the sign that the evidence suggests; undefined if it is too weak. */
export function signOf(evidence: readonly Evidence[]): ExpenseSign | undefined {
  const lead = leadOf(evidence);
  if (Math.abs(lead) < enough) return undefined;
  return lead > 0 ? "negative" : "positive";
}

/** Whether one sign is so much more frequent that it can't be a coincidence. */
export const isClearMajority = (more: number, fewer: number): boolean =>
  more >= 3 && more >= 2.5 * fewer;

type Signs = Pick<Column["stats"], "negative" | "positive">;

/** Whether only names suggest a sign against that of most rows, which is never enough. */
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
  const { negative, positive } = amount.stats;
  // A file without any expense, or with mostly reversals, needs stronger evidence.
  const [such, others] = lead > 0 ? [negative, positive] : [positive, negative];
  const needed = such === 0 ? 2 * enough : lead < 0 && such < others ? enough + 1 : enough;
  const likelier: ExpenseSign = lead > 0 ? "negative" : "positive";
  const isAgainstMost = isByNamesAgainstMost(likelier, amount.stats, evidence);
  if (Math.abs(lead) >= needed && !isAgainstMost) return likelier;
  const says = (sign: ExpenseSign) =>
    evidence.filter((one) => one.for === sign).map(({ reason }) => reason);
  const found = [
    ...says("negative").map((reason) => `  for minus: ${reason}`),
    ...says("positive").map((reason) => `  for plus: ${reason}`),
  ];
  throw unsureOf(
    [
      `The file doesn't show which amounts in ${columnLabel(amount)} are expenses (${positive} positive, ${negative} negative).`,
      ...found,
    ].join("\n"),
    negative + amount.stats.plus === 0 ? sayDirection : sayWhichSign,
  );
}
