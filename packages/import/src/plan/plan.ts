/**
 * A plan describes everything an import will do, as a file: a line about the source, a line for each row, and a
 * line of totals. The preview, `--plan` and the import itself all use the same file.
 */
import * as v from "valibot";
import { sentExpense } from "@outlay/shared";
import { categorySources } from "../categories/categorise.ts";

export const planVersion = "outlay-plan-2";

const detected = v.object({
  encoding: v.string(),
  delimiter: v.string(),
  header_line: v.nullable(v.number()),
  date_format: v.string(),
  decimal: v.string(),
  sign: v.string(),
  columns: v.record(v.string(), v.array(v.string())),
});
/** How a file was read, in the form of `--json`. */
export type Detected = v.InferOutput<typeof detected>;

/** The first line of a plan. */
export const planHead = v.object({
  format: v.literal(planVersion),
  source: v.string(),
  /**
   * The batch's key: the same for the same file and account, so that importing it again continues the same
   * batch.
   */
  key: v.string(),
  /** Null if the file has no rows, so that there was nothing to detect. */
  detected: v.nullable(detected),
  /** The currency of a file that names none, as the user says. */
  currency: v.optional(v.string()),
  /** The account of rows that name none, or of all rows if the user has named it. */
  account: v.optional(v.string()),
  /** Whether the rows are records of Outlay. */
  from_outlay: v.optional(v.boolean()),
  /** Whether rejected rows may be left out, as the preview announced. */
  skip_invalid: v.boolean(),
});
export type PlanHead = v.InferOutput<typeof planHead>;

/** Returns the cents of a planned amount, which always has two decimals. */
export const centsIn = (amount: string): number => Number(amount.slice(0, -3) + amount.slice(-2));

export const planRow = v.variant("kind", [
  v.object({
    kind: v.literal("expense"),
    line: v.number(),
    by: v.picklist(categorySources),
    /** The currency, if the file names one. */
    currency: v.string(),
    /** The file's word for the category, if it stands for none. */
    unknown_word: v.optional(v.string()),
    /** The name of the expense's category, if it has to be made. */
    new_category: v.optional(v.string()),
    expense: v.object({
      ...sentExpense.entries,
      amount: v.pipe(v.string(), v.regex(/^\d{1,10}\.\d\d$/)),
      /** Other external ids under which the row may already be stored. */
      known_as: v.optional(v.array(v.string())),
    }),
  }),
  v.object({ kind: v.literal("ignored"), line: v.number(), reason: v.string() }),
  v.object({ kind: v.literal("rejected"), line: v.number(), reason: v.string() }),
]);
export type PlanRow = v.InferOutput<typeof planRow>;
export type PlannedExpense = Extract<PlanRow, { kind: "expense" }>["expense"];

/** The last line of a plan. */
export const planEnd = v.object({
  end: v.object({
    read: v.number(),
    expenses: v.number(),
    ignored: v.number(),
    rejected: v.number(),
    total_cents: v.number(),
    /** The gaps in the balance: the lines around each, and the missing amount. */
    balance_gaps: v.optional(
      v.array(v.object({ lines: v.tuple([v.number(), v.number()]), missing_cents: v.number() })),
    ),
    /** The counts of new and already stored expenses that the preview showed. */
    shown: v.object({ new: v.number(), duplicates: v.number() }),
    /** The SHA-256 digest of all lines before this one. */
    sha256: v.string(),
  }),
});
export type PlanEnd = v.InferOutput<typeof planEnd>["end"];
