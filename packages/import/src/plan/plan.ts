/**
 * A plan is all that an import is going to do, as a file: a line that says what of, a line for each row,
 * and a line that adds up. What is previewed, kept with `--plan` and done is the same file.
 */
import * as v from "valibot";
import { sentExpense } from "@outlay/shared";
import { categorySources } from "../categories/categorise.ts";

export const planFormat = "outlay-plan-2";

const detected = v.object({
  encoding: v.string(),
  delimiter: v.string(),
  header_line: v.nullable(v.number()),
  date_format: v.string(),
  decimal: v.string(),
  sign: v.string(),
  columns: v.record(v.string(), v.array(v.string())),
});
/** How a file was read, as `--json` tells it. */
export type Detected = v.InferOutput<typeof detected>;

/** The first line. */
export const planHead = v.object({
  format: v.literal(planFormat),
  source: v.string(),
  /** The same file for the same account has the same; what is imported with it is one batch. */
  key: v.string(),
  /** Null where there was nothing to work out: no rows. */
  detected: v.nullable(detected),
  /** Whether rejected rows may be left out, as was said when it was shown. */
  skip_invalid: v.boolean(),
});
export type PlanHead = v.InferOutput<typeof planHead>;

/** The cents of a planned amount, which has two places. */
export const centsIn = (amount: string): number => Number(amount.slice(0, -3) + amount.slice(-2));

export const planRow = v.variant("kind", [
  v.object({
    kind: v.literal("expense"),
    line: v.number(),
    by: v.picklist(categorySources),
    /** The currency, where the file has one. */
    currency: v.string(),
    expense: v.object({
      ...sentExpense.entries,
      amount: v.pipe(v.string(), v.regex(/^\d{1,10}\.\d\d$/)),
      /** The external ids that it may be recorded under already, if there are any. */
      known_as: v.optional(v.array(v.string())),
    }),
  }),
  v.object({ kind: v.literal("ignored"), line: v.number(), reason: v.string() }),
  v.object({ kind: v.literal("rejected"), line: v.number(), reason: v.string() }),
]);
export type PlanRow = v.InferOutput<typeof planRow>;
export type PlannedExpense = Extract<PlanRow, { kind: "expense" }>["expense"];

/** The last line. */
export const planEnd = v.object({
  end: v.object({
    read: v.number(),
    expenses: v.number(),
    ignored: v.number(),
    rejected: v.number(),
    total_cents: v.number(),
    /** Where the balance doesn't follow from the rows: between which lines, and what is missing. */
    balance_gaps: v.optional(
      v.array(v.object({ lines: v.tuple([v.number(), v.number()]), missing_cents: v.number() })),
    ),
    /** How many of the expenses were new when it was shown, and how many there already. */
    shown: v.object({ new: v.number(), duplicates: v.number() }),
    /** SHA-256 of all lines before this one. */
    sha256: v.string(),
  }),
});
export type PlanEnd = v.InferOutput<typeof planEnd>["end"];
