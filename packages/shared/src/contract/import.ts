import * as v from "valibot";
import { expenseInput, externalId, maxExternalIdCharacters } from "./expense.ts";
import { wireSum } from "./amount-fields.ts";
import {
  currencyCode,
  exactNumberShape,
  notAValidChoice,
  shortText,
  wireCount,
  wireId,
  wireInstant,
} from "./fields.ts";
import { jsonNumber } from "./exact-sums.ts";
import { type ExactUnconverted, unconvertedSum, writeUnconverted } from "./unconverted.ts";

export const importsPath = "/imports/";

/** The maximum number of expenses in a call; a longer file is sent in several calls. */
export const maxImportExpenses = 10_000;
export const maxImportBodyBytes = 16 * 1024 * 1024;
export const maxSourceCharacters = 255;

/** The metadata key for the schema that each item of a list is validated against later. */
export const itemSchema = "itemSchema";

/** The maximum number of former external ids that an expense may name. */
export const maxKnownAs = 8;

const externalIdShape = {
  anyOf: [
    { type: "string", minLength: 1, maxLength: maxExternalIdCharacters, pattern: String.raw`\S` },
    exactNumberShape,
  ],
} as const;

const knownAs = () =>
  v.pipe(
    v.array(v.unknown(), "Expected a list of external ids."),
    v.maxLength(maxKnownAs, `Ensure there are no more than ${maxKnownAs} external ids.`),
    v.metadata({ items: externalIdShape }),
    v.array(externalId()),
  );

const importedCategory = () =>
  v.optional(v.nullable(v.string(({ input }) => notAValidChoice(input))));

/** An expense in an import, which may have been recorded under another external id before. */
export const importedExpense = v.object({
  ...expenseInput.entries,
  category: importedCategory(),
  known_as: v.optional(knownAs()),
});

/** Accepts any values; each is validated against `importedExpense` later, by itself. */
const expenses = () =>
  v.pipe(
    v.array(v.unknown(), "Expected a list of expenses."),
    v.maxLength(
      maxImportExpenses,
      `Ensure there are no more than ${maxImportExpenses} expenses in a call.`,
    ),
    v.metadata({ [itemSchema]: importedExpense }),
  );

/** The maximum number of currencies that a file may name. */
export const maxFileCurrencies = 20;

/** The statements of a call about the currencies of its file. */
const fileCurrencies = () => ({
  /** The currency of the expenses that name none; of records of Outlay, the one that their batch keeps. */
  currency: v.optional(v.nullable(currencyCode())),
  /** All currencies of a file that is sent in several calls. */
  currencies: v.optional(
    v.pipe(
      v.array(v.unknown(), "Expected a list of currencies."),
      v.maxLength(
        maxFileCurrencies,
        `Ensure there are no more than ${maxFileCurrencies} currencies.`,
      ),
      v.array(currencyCode()),
    ),
  ),
  /** The currency in which the client shows amounts. */
  shown_in: v.optional(v.nullable(currencyCode())),
  /** Whether the expenses are records of Outlay, in which a missing currency means the home currency. */
  from_outlay: v.optional(v.boolean("Must be a valid boolean.")),
});

/** The body of `POST /imports/`. If a batch has the `external_id` already, the expenses are added to it. */
export const importInput = v.object({
  source: shortText(maxSourceCharacters),
  external_id: v.optional(v.nullable(externalId())),
  ...fileCurrencies(),
  expenses: expenses(),
});

/** The body of `POST /imports/<id>/expenses/`. */
export const importAddition = v.object({ ...fileCurrencies(), expenses: expenses() });

/** A batch as the API returns it. */
export const importBatch = v.object({
  id: wireId(),
  source: v.string(),
  external_id: v.nullable(v.string()),
  /** The currency that its file named, or null if it named none. */
  currency: v.nullable(v.string()),
  created_at: wireInstant(),
  /** The present number of its expenses, including those in the trash. Reverting the batch removes them all. */
  created: wireCount(),
});
export type ImportBatch = v.InferOutput<typeof importBatch>;

/** The results for the expenses of one call. */
export const importAnswer = v.object({
  id: wireId(),
  source: v.string(),
  created_at: wireInstant(),
  created: wireCount(),
  duplicates: wireCount(),
  /** The amount spent in the created expenses, less refunds, in the home currency. */
  total: wireSum(),
  /** The amounts that are left out of the total because their currency has no rate. */
  unconverted: v.array(unconvertedSum),
  /** The currency that the batch's file named, or null. */
  currency: v.nullable(v.string()),
  /** The user's home currency after the call. */
  home_currency: v.nullable(v.string()),
  /** Whether the call has set it. */
  home_currency_set: v.boolean(),
  /** The results in the order sent. For a duplicate, `id` is that of the existing expense. */
  results: v.array(
    v.object({
      id: wireId(),
      status: v.picklist(["created", "duplicate"]),
      /** The category that was sent, if the user has none with that key; the expense is miscellaneous. */
      unknown_category: v.optional(v.string()),
    }),
  ),
});
export type ImportAnswer = v.InferOutput<typeof importAnswer>;

/** An answer for writing, with sums as exact cents. */
export type ExactImportAnswer = Omit<ImportAnswer, "total" | "unconverted"> & {
  total: bigint;
  unconverted: readonly ExactUnconverted[];
};

/** Writes an answer as the API's JSON, with all digits of its sums. */
export function writeImportAnswer(answer: ExactImportAnswer): string {
  const { total, unconverted, results, ...others } = answer;
  const sums = `"total":${jsonNumber(total)},"unconverted":${writeUnconverted(unconverted)}`;
  return `${JSON.stringify(others).slice(0, -1)},${sums},"results":${JSON.stringify(results)}}`;
}

/** The answer to `DELETE /imports/<id>/`. */
export const importReverted = v.object({ deleted: wireCount() });
export type ImportReverted = v.InferOutput<typeof importReverted>;

/** The body of a 400 for invalid expenses: an object for each expense sent, which is `{}` for valid ones. */
export const importFaults = v.object({
  expenses: v.array(v.record(v.string(), v.array(v.string()))),
});
export type ImportFaults = v.InferOutput<typeof importFaults>;
