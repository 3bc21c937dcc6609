import {
  calendarDayOf,
  type ExpenseFields,
  expenseChange,
  expenseChangeInput,
  expenseChangeReverted,
  expenseChangesPath,
  expenseSetting,
  InvalidFields,
  readFields,
} from "@outlay/shared";
import type { Changed } from "../domain/bulk-change.ts";
import type { CategoryTree } from "../domain/category-tree.ts";
import type { ServerContext } from "../server-context.ts";
import { categoriesOf } from "../use-cases/categories.ts";
import { changeExpenses, revertChange } from "../use-cases/expense-changes.ts";
import { knownCategories } from "../use-cases/known-categories.ts";
import { type ExpenseBody, expenseFieldsOf } from "./expense-body.ts";
import type { ReadBody } from "./record-body.ts";
import { readChangedFilter } from "./expense-query.ts";
import { json, ok } from "./routing/answers.ts";
import { needs, type Route, userRoute } from "./routing/route.ts";

interface ReadChange {
  /** @throws InvalidFields */
  which: (tree: CategoryTree) => Changed;
  set: ReadBody<ExpenseBody>;
}

type Input = ReturnType<typeof readFields<typeof expenseChangeInput>>["values"];

/** @throws InvalidFields */
function readWhich({ ids, filter }: Input, tree: CategoryTree): Changed {
  if (ids && !filter) return { ids };
  if (filter && !ids) return { filter: readChangedFilter(filter, tree) };
  throw new InvalidFields({
    non_field_errors: [
      "Name the expenses to change by ids or by a filter, which may be empty: one of the two.",
    ],
  });
}

/** Reads the body of a change: which expenses, and what they get. @throws InvalidFields */
function readChange(value: unknown): ReadChange {
  const { values, errors } = readFields(expenseChangeInput, value);
  if (Object.keys(errors).length > 0) throw new InvalidFields(errors);
  const set = readFields(expenseSetting, values.set) as ReadBody<ExpenseBody>;
  const unknown = Object.keys(values.set ?? {}).filter(
    (name) => !Object.hasOwn(expenseSetting.entries, name),
  );
  // A misspelled field must not pass for a change that was made.
  for (const name of unknown) set.errors[name] = ["There is no such field to set."];
  if (Object.keys(values.set ?? {}).length === 0) {
    throw new InvalidFields({ set: ["Name at least one field to set."] });
  }
  return { which: (tree) => readWhich(values, tree), set };
}

/** Routes for changes of many expenses at once. */
export function expenseChangeRoutes(server: ServerContext): Route[] {
  const { changes, categories } = server.store;
  return [
    userRoute(expenseChangesPath, {
      POST: needs(
        "full",
        {
          input: expenseChangeInput,
          read: readChange,
          answers: { 200: json(expenseChange) },
        },
        async ({ user, body }) => {
          const { which, set } = await body();
          if (Object.keys(set.errors).length > 0) throw new InvalidFields(set.errors);
          const filling = {
            isWhole: false,
            today: calendarDayOf(server.clock()),
            isCategory: await knownCategories(categories, user.id),
          };
          const change = (current: ExpenseFields) => expenseFieldsOf(set, { ...filling, current });
          const tree = await categoriesOf(categories, user.id);
          const { changeId, count } = await changeExpenses(changes, user.id, which(tree), change);
          return ok({ change_id: changeId, changed: count });
        },
      ),
    }),
    userRoute(`${expenseChangesPath}:id/revert/`, {
      POST: needs("full", { answers: { 200: json(expenseChangeReverted) } }, async ({ user, id }) =>
        ok(await revertChange(changes, user.id, id)),
      ),
    }),
  ];
}
