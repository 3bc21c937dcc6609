/** Changes of many expenses at once. */
import * as v from "valibot";
import { expenseInput } from "./expense.ts";
import { wireCount, wireId } from "./fields.ts";

export const expenseChangesPath = "/expenses/changes/";

/** The maximum number of expenses that one change can be of. */
export const maxChangedExpenses = 10_000;

const { external_id: _, ...settable } = expenseInput.entries;

/** The fields that a change gives to all of its expenses; each has its own external id. */
export const expenseSetting = v.partial(v.object(settable));

const notIds = `Expected a list of 1 to ${maxChangedExpenses} ids.`;

const ids = () =>
  v.pipe(
    v.array(v.pipe(v.number(notIds), v.safeInteger(notIds), v.minValue(1, notIds)), notIds),
    v.minLength(1, notIds),
    v.maxLength(maxChangedExpenses, notIds),
  );

const notAFilter = "Expected an object with the parameters of the list of expenses.";

const parameterValue = () => v.union([v.string(), v.number(), v.boolean()], notAFilter);

const notASetting = "Expected an object with the fields to set.";

/** Refuses a list, which would pass for an object without members. */
const isNoList = (message: string) => v.check((value: unknown) => !Array.isArray(value), message);

/** Parameters of the list of expenses by name, each with a value or a list of values. */
const filter = () =>
  v.pipe(
    v.unknown(),
    isNoList(notAFilter),
    v.record(
      v.string(),
      v.union([parameterValue(), v.array(parameterValue(), notAFilter)], notAFilter),
      notAFilter,
    ),
  );

/** The body of `POST /expenses/changes/`, which has either `ids` or `filter`. */
export const expenseChangeInput = v.object({
  ids: v.optional(ids()),
  filter: v.optional(filter()),
  set: v.pipe(v.unknown(), isNoList(notASetting), v.record(v.string(), v.unknown(), notASetting)),
});

/** The answer to a change of many. */
export const expenseChange = v.object({
  /** Null if no expense had to be changed. */
  change_id: v.nullable(wireId()),
  /** The number of expenses that are different now. */
  changed: wireCount(),
});
export type ExpenseChange = v.InferOutput<typeof expenseChange>;

/** The answer to a revert. */
export const expenseChangeReverted = v.object({
  reverted: wireCount(),
  /** The number of records that stay as they are, because they were changed or removed since. */
  kept: wireCount(),
});
export type ExpenseChangeReverted = v.InferOutput<typeof expenseChangeReverted>;
