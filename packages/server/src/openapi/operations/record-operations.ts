import type { OperationDoc, AnswerDoc } from "../operation-doc.ts";

interface Words {
  path: string;
  tag: string;
  /** `an expense` */
  one: string;
  /** `expenses` */
  many: string;
  /** The names in operation ids: `Expense`, `Expenses` */
  names: readonly [one: string, many: string];
  /** The description of the list, and its headers */
  list: Pick<OperationDoc, "description"> & Required<Pick<AnswerDoc, "headers">>;
  /** The responses to a new record other than 201 */
  otherwise: OperationDoc["answers"];
}

/** Describes the operations that expenses and budgets have in common. */
function verbsOf({ path, tag, one, many, names, list, otherwise }: Words) {
  const [name, plural] = names;
  const noun = name.toLowerCase();
  const found = { 200: { description: "The record after the change." } };
  return {
    [`GET ${path}`]: {
      operationId: `list${plural}`,
      tag,
      summary: `List ${many}`,
      ...(list.description !== undefined && { description: list.description }),
      answers: { 200: { description: `The matching ${many}.`, headers: list.headers } },
    },
    [`POST ${path}`]: {
      operationId: `create${name}`,
      tag,
      summary: `Create ${one}`,
      answers: { 201: { description: `The new ${noun}.` }, ...otherwise },
      refusals: ["StorageFull"],
    },
    [`GET ${path}:id/`]: {
      operationId: `get${name}`,
      tag,
      summary: `Get ${one}`,
      description: "Records in the trash are not found.",
      answers: { 200: { description: `The ${noun}.` } },
    },
    [`PUT ${path}:id/`]: {
      operationId: `replace${name}`,
      tag,
      summary: `Replace ${one}`,
      description:
        "Requires the same three fields as creating a record. Other fields that the body omits keep their values, so that clients that don't know a field don't erase it.",
      answers: found,
      refusals: ["StorageFull"],
    },
    [`PATCH ${path}:id/`]: {
      operationId: `change${name}`,
      tag,
      summary: `Update ${one}`,
      answers: found,
      refusals: ["StorageFull"],
    },
    [`DELETE ${path}:id/`]: {
      operationId: `remove${name}`,
      tag,
      summary: `Put ${one} in the trash`,
      description: "A record in the trash can be restored for 30 days.",
      answers: { 204: { description: `The ${noun} is in the trash.` } },
      refusals: ["StorageFull"],
    },
    [`POST ${path}:id/restore/`]: {
      operationId: `restore${name}`,
      tag,
      summary: `Restore ${one} from the trash`,
      answers: { 200: { description: `The restored ${noun}.` } },
      refusals: ["StorageFull"],
    },
  } satisfies Record<string, OperationDoc>;
}

const changeOperations: Readonly<Record<string, OperationDoc>> = {
  "POST /expenses/changes/": {
    operationId: "changeExpenses",
    tag: "Expenses",
    summary: "Change many expenses at once",
    description:
      "Changes all of the expenses, or none: at most 10,000. Expenses that have these values already are left as they are.",
    answers: { 200: { description: "The change, which can be reverted for 30 days." } },
    refusals: ["StorageFull"],
  },
  "POST /expenses/changes/:id/revert/": {
    operationId: "revertExpenseChange",
    tag: "Expenses",
    summary: "Revert a change of many expenses",
    description:
      "Gives the records of the change back what they had before it, except for those that were changed or removed since. A category that was removed with `move_to` is made again, unless another one has its name.",
    answers: { 200: { description: "The number of records that are as before." } },
    refusals: ["Invalid", "StorageFull"],
  },
};

export const recordOperations: Readonly<Record<string, OperationDoc>> = {
  ...changeOperations,
  ...verbsOf({
    path: "/expenses/",
    tag: "Expenses",
    one: "an expense",
    many: "expenses",
    names: ["Expense", "Expenses"],
    list: {
      description:
        "All parameters can be combined. Without `limit`, the response has the whole list; with it, the response has one page, whose `Link` header leads to the next one.",
      headers: ["X-Total-Count", "Link"],
    },
    otherwise: {
      200: {
        description:
          "An expense with this `external_id` exists already, possibly in the trash. It is left unchanged and returned.",
      },
    },
  }),
  ...verbsOf({
    path: "/budget/",
    tag: "Budgets",
    one: "a budget",
    many: "budgets",
    names: ["Budget", "Budgets"],
    list: { headers: ["X-Total-Count"] },
    otherwise: {
      200: {
        description:
          "A budget with this `external_id` exists already, possibly in the trash. It is left unchanged and returned.",
      },
    },
  }),
};
