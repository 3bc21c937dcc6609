import type { OperationDoc, AnswerDoc } from "../operation-doc.ts";

interface Words {
  path: string;
  tag: string;
  /** `an expense` */
  one: string;
  /** `expenses` */
  many: string;
  /** `Expense`, `Expenses`: within the names of operations. */
  names: readonly [one: string, many: string];
  /** The records of the list. */
  list: Pick<OperationDoc, "description"> & Required<Pick<AnswerDoc, "headers">>;
  /** The answers to a new record other than 201. */
  otherwise: OperationDoc["answers"];
}

/** Expenses and budgets share their verbs. */
function verbsOf({ path, tag, one, many, names, list, otherwise }: Words) {
  const [name, plural] = names;
  const found = { 200: { description: "The record as it is now." } };
  return {
    [`GET ${path}`]: {
      operationId: `list${plural}`,
      tag,
      summary: `List ${many}`,
      ...(list.description !== undefined && { description: list.description }),
      answers: {
        200: { description: "Those that match.", headers: list.headers },
      },
    },
    [`POST ${path}`]: {
      operationId: `create${name}`,
      tag,
      summary: `Record ${one}`,
      answers: { 201: { description: "It is recorded." }, ...otherwise },
      refusals: ["StorageFull"],
    },
    [`GET ${path}:id/`]: {
      operationId: `get${name}`,
      tag,
      summary: `Show ${one}`,
      description: "Not one that is in the trash.",
      answers: { 200: { description: "The record." } },
    },
    [`PUT ${path}:id/`]: {
      operationId: `replace${name}`,
      tag,
      summary: `Write ${one} anew`,
      description:
        "The three required fields have to be there. The others stay as they are where the body doesn't name them, so that a client that has never heard of them doesn't wipe them.",
      answers: found,
      refusals: ["StorageFull"],
    },
    [`PATCH ${path}:id/`]: {
      operationId: `change${name}`,
      tag,
      summary: `Change ${one}`,
      answers: found,
      refusals: ["StorageFull"],
    },
    [`DELETE ${path}:id/`]: {
      operationId: `remove${name}`,
      tag,
      summary: `Put ${one} in the trash`,
      description: "From there it can be restored for 30 days.",
      answers: { 204: { description: "It is in the trash." } },
      refusals: ["StorageFull"],
    },
    [`POST ${path}:id/restore/`]: {
      operationId: `restore${name}`,
      tag,
      summary: `Bring ${one} back from the trash`,
      answers: { 200: { description: "The record, which is back." } },
      refusals: ["StorageFull"],
    },
  } satisfies Record<string, OperationDoc>;
}

export const recordOperations: Readonly<Record<string, OperationDoc>> = {
  ...verbsOf({
    path: "/expenses/",
    tag: "Expenses",
    one: "an expense",
    many: "expenses",
    names: ["Expense", "Expenses"],
    list: {
      description:
        "All parameters combine. Without `limit` the whole list comes at once; with it a page, whose `Link` header is the way to the next one.",
      headers: ["X-Total-Count", "Link"],
    },
    otherwise: {
      200: {
        description:
          "There is one with this `external_id` already, perhaps in the trash. It is left as it is.",
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
    otherwise: {},
  }),
};
