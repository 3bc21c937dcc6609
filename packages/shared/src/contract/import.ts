import * as v from "valibot";
import { expenseInput, externalId, maxExternalIdCharacters } from "./expense.ts";
import { exactNumberShape, shortText, wireCount, wireId, wireInstant } from "./fields.ts";

export const importsPath = "/imports/";

/** How many expenses a call takes; a file with more is sent in several. */
export const maxImportExpenses = 10_000;
export const maxImportBodyBytes = 16 * 1024 * 1024;
export const maxSourceCharacters = 255;

/** Metadata of a list: the schema that each item is validated against later. */
export const itemSchema = "itemSchema";

/** How many earlier identities an expense may bring. */
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

/** An expense that is imported: it may have been recorded under another external id before. */
export const importedExpense = v.object({
  ...expenseInput.entries,
  known_as: v.optional(knownAs()),
});

/** As they came; each is then held against `importedExpense` by itself. */
const expenses = () =>
  v.pipe(
    v.array(v.unknown(), "Expected a list of expenses."),
    v.maxLength(
      maxImportExpenses,
      `Ensure there are no more than ${maxImportExpenses} expenses in a call.`,
    ),
    v.metadata({ [itemSchema]: importedExpense }),
  );

/** The body of `POST /imports/`. A batch that has the `external_id` already gets these expenses too. */
export const importInput = v.object({
  source: shortText(maxSourceCharacters),
  external_id: v.optional(v.nullable(externalId())),
  expenses: expenses(),
});

/** The body of `POST /imports/<id>/expenses/`. */
export const importAddition = v.object({ expenses: expenses() });

/** A batch as the API gives it. */
export const importBatch = v.object({
  id: wireId(),
  source: v.string(),
  external_id: v.nullable(v.string()),
  created_at: wireInstant(),
  /** How many expenses it has now, with those in the trash: what reverting it removes. */
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
  /** In the order sent; `id` is the expense's, for a duplicate that of the one there was. */
  results: v.array(v.object({ id: wireId(), status: v.picklist(["created", "duplicate"]) })),
});
export type ImportAnswer = v.InferOutput<typeof importAnswer>;

/** The answer to `DELETE /imports/<id>/`. */
export const importReverted = v.object({ deleted: wireCount() });
export type ImportReverted = v.InferOutput<typeof importReverted>;

/** The body of a 400 for its expenses: one for each that was sent, `{}` for those that are right. */
export const importFaults = v.object({
  expenses: v.array(v.record(v.string(), v.array(v.string()))),
});
export type ImportFaults = v.InferOutput<typeof importFaults>;
