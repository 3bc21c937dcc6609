/** Translates the parameters of a list of expenses to the store's query. */
import {
  expenseCategories,
  type ExpenseOrderName,
  expenseOrders,
  InvalidFields,
  maxPageSize,
} from "@outlay/shared";
import type { ExpenseFilter, ExpenseOrder, ExpenseQuery } from "../domain/expense-query.ts";
import { readCursor } from "./expense-cursor.ts";
import {
  amount,
  choice,
  choices,
  countUpTo,
  day,
  flag,
  once,
  type QueryValues,
  recordId,
  searchText,
  tags,
} from "./routing/query.ts";

/** The parameters that select expenses. */
export const filterParameters = {
  category: choices(expenseCategories),
  tag: tags,
  from: day,
  to: day,
  min: amount,
  max: amount,
  q: searchText,
  import: recordId,
  deleted: flag,
};

type FilterValues = QueryValues<typeof filterParameters>;

export const toFilter = (values: FilterValues): ExpenseFilter => ({
  isRemoved: values.deleted,
  categories: values.category,
  tags: values.tag,
  first: values.from,
  last: values.to,
  minCents: values.min,
  maxCents: values.max,
  text: values.q,
  importId: values.import,
});

const orders = {
  id: "id",
  date: "day",
  amount: "amount",
} as const;

function toOrder(name: ExpenseOrderName): ExpenseOrder {
  const isDescending = name.startsWith("-");
  const by = (isDescending ? name.slice(1) : name) as keyof typeof orders;
  return { by: orders[by], isDescending };
}

export interface ExpenseListQuery extends ExpenseQuery {
  orderName: ExpenseOrderName;
}

/** The parameters of a list, which is also sorted and divided into pages. */
export const listParameters = {
  ...filterParameters,
  order: choice(expenseOrders, "id"),
  limit: countUpTo(maxPageSize),
  after: once({ type: "string" }, readCursor, 'Must come from a "next" link of this list.', null),
};

/** @throws InvalidFields for a page of a list in another order */
export function toExpenseQuery(values: QueryValues<typeof listParameters>): ExpenseListQuery {
  const { after, limit, order, ...filter } = values;
  if (after !== null && after.order !== order) {
    throw new InvalidFields({
      after: [`Belongs to a list in the order ${after.order}, not ${order}.`],
    });
  }
  return {
    filter: toFilter(filter),
    orderName: order,
    order: toOrder(order),
    after: after && after.position,
    limit,
  };
}
