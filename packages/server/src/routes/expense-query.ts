/** Translates the parameters of a list of expenses to the store's query. */
import {
  type ExpenseKind,
  expenseKinds,
  type ExpenseOrderName,
  expenseOrders,
  InvalidFields,
  isSpendingKind,
  maxAccountCharacters,
  maxPageSize,
  spendingKinds,
} from "@outlay/shared";
import type { ExpenseFilter, ExpenseOrder, ExpenseQuery } from "../domain/expense-query.ts";
import type { CategoryTree } from "../domain/category-tree.ts";
import { readCursor } from "./expense-cursor.ts";
import {
  amount,
  categoryKeys,
  choice,
  choices,
  countUpTo,
  currencies,
  day,
  flag,
  flagOrNull,
  once,
  type QueryValues,
  readQuery,
  recordId,
  searchText,
  shortTexts,
  tags,
} from "./routing/query.ts";

/** The parameters that select expenses, besides their kind. */
const filterParameters = {
  category: categoryKeys,
  category_only: categoryKeys,
  account: shortTexts(maxAccountCharacters),
  currency: currencies,
  tag: tags,
  from: day,
  to: day,
  min: amount,
  max: amount,
  q: searchText,
  description: searchText,
  confirmed: flagOrNull,
  import: recordId,
  deleted: flag,
};

/** A value of a filter in a body, which is read as the text of a parameter. */
type FilterText = string | number | boolean;

type FilterValues = QueryValues<typeof filterParameters>;

const toFilter = (
  values: FilterValues,
  kinds: readonly ExpenseKind[],
  tree: CategoryTree,
): ExpenseFilter => ({
  isRemoved: values.deleted,
  kinds,
  categories: tree.meant(values),
  accounts: values.account,
  currencies: values.currency,
  isConfirmed: values.confirmed,
  tags: values.tag,
  first: values.from,
  last: values.to,
  minCents: values.min,
  maxCents: values.max,
  text: values.q,
  description: values.description,
  importId: values.import,
});

/** The word that selects records of all kinds. */
const anyKind = "any";

/** Clients that don't know kinds get expenses only. */
const listedKinds = choices([...expenseKinds, anyKind]);

const toKinds = (given: readonly (ExpenseKind | typeof anyKind)[]): readonly ExpenseKind[] => {
  if (given.length === 0) return ["EXPENSE"];
  return expenseKinds.filter((kind) => given.includes(anyKind) || given.includes(kind));
};

/** The parameters that select what a report adds up. */
export const reportParameters = { ...filterParameters, kind: choices(expenseKinds) };

/** @throws InvalidFields for kinds that can't be added up together */
export function toReportFilter(
  { kind, ...values }: QueryValues<typeof reportParameters>,
  tree: CategoryTree,
): ExpenseFilter {
  const isMixed = kind.length > 1 && !kind.every(isSpendingKind);
  if (isMixed) {
    throw new InvalidFields({
      kind: ["A report can be of INCOME or of TRANSFER alone, or of EXPENSE and REFUND."],
    });
  }
  return toFilter(values, kind.length === 0 ? spendingKinds : kind, tree);
}

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
  kind: listedKinds,
  order: choice(expenseOrders, "id"),
  limit: countUpTo(maxPageSize),
  after: once({ type: "string" }, readCursor, 'Must come from a "next" link of this list.', null),
};

/** @throws InvalidFields for a page of a list in another order */
export function toExpenseQuery(
  values: QueryValues<typeof listParameters>,
  tree: CategoryTree,
): ExpenseListQuery {
  const { after, limit, order, kind, ...filter } = values;
  if (after !== null && after.order !== order) {
    throw new InvalidFields({
      after: [`Belongs to a list in the order ${after.order}, not ${order}.`],
    });
  }
  return {
    filter: toFilter(filter, toKinds(kind), tree),
    orderName: order,
    order: toOrder(order),
    after: after && after.position,
    limit,
  };
}

const { deleted: _, ...changedParameters } = { ...filterParameters, kind: listedKinds };

/**
 * Reads the filter of a change, which has the parameters of a list as members. Expenses in the trash can't be changed.
 * @throws InvalidFields
 */
export function readChangedFilter(
  filter: Readonly<Record<string, FilterText | readonly FilterText[]>>,
  tree: CategoryTree,
): ExpenseFilter {
  const texts = Object.entries(filter).map(([name, given]) => [name, [given].flat().map(String)]);
  const query = Object.fromEntries(texts) as Record<string, string[]>;
  try {
    const { kind, ...values } = readQuery(query, changedParameters, (key) =>
      tree.isForExpenses(key),
    );
    return toFilter({ ...values, deleted: false }, toKinds(kind), tree);
  } catch (error) {
    if (!(error instanceof InvalidFields)) throw error;
    const faults = Object.entries(error.fields).map(
      ([name, messages]) => `${name}: ${messages.join(" ")}`,
    );
    throw new InvalidFields({ filter: faults });
  }
}
