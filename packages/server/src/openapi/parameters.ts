import type { Parameter } from "../routes/routing/query.ts";
import type { Takes } from "../routes/routing/route.ts";
import type { ParameterObject } from "./document-types.ts";

/** The descriptions of query parameters. A parameter has the same meaning in all operations. */
const texts: Readonly<Record<string, string>> = {
  category:
    "The key of the category to select, with the categories below it. If the parameter is repeated, it selects any of these categories.",
  category_only:
    "The key of a category to select without the categories below it. It can be repeated, and combined with `category`.",
  move_to:
    "The key of the category that all records of the removed one move to, in the trash too. Without it, a category that is used can't be removed.",
  tag: "The tag of the expenses to select, spelled exactly. If the parameter is repeated, it selects expenses with any of these tags.",
  from: "The first day of the expenses to select, inclusive.",
  to: "The last day of the expenses to select, inclusive.",
  min: "The smallest amount of the expenses to select, inclusive. Amounts are compared as numbers, whatever their currency.",
  max: "The largest amount of the expenses to select, inclusive. Amounts are compared as numbers, whatever their currency.",
  q: "A text in the description or the note of the expenses to select. Case is ignored.",
  description: "A text in the description of the expenses to select. Case is ignored.",
  kind: "The kind of the records to select. If the parameter is repeated, it selects any of these kinds. In lists, the default is `EXPENSE`, and `any` selects all; in reports, the default is `EXPENSE` and `REFUND`, and `INCOME` and `TRANSFER` can be selected only alone.",
  account:
    "The account of the expenses to select, spelled exactly. If the parameter is repeated, it selects any of these accounts.",
  currency:
    "The currency of the expenses to select, where `home` stands for the home currency. If the parameter is repeated, it selects any of these currencies.",
  confirmed: "Whether to select only expenses that a bank's row confirmed, or only others.",
  import: "The id of the batch whose expenses to select.",
  deleted: "Whether to select the records in the trash instead of the others.",
  order: "The field by which the list is sorted; a leading `-` reverses the order.",
  limit: "The maximum number of records on a page.",
  after:
    "The position after which the page starts, as given by the `Link` header of the previous page.",
  by: "The property by which expenses are grouped.",
  date: "The day for which the status is returned. Defaults to today in the server's time zone.",
};

/** Values for an example request */
const examples: Readonly<Record<string, string | number>> = {
  from: "2026-11-01",
  to: "2026-11-30",
  limit: 100,
  by: "week",
  date: "2026-11-22",
};

const pathId: ParameterObject = {
  name: "id",
  in: "path",
  description: "The id of the record.",
  required: true,
  schema: { type: "integer", minimum: 1 },
  example: 42,
};

const pathKey: ParameterObject = {
  name: "key",
  in: "path",
  description: "The key of the category.",
  required: true,
  schema: { type: "string", pattern: "^[A-Z0-9_]{1,30}$" },
  example: "GROCERIES",
};

const pathCurrency: ParameterObject = {
  name: "currency",
  in: "path",
  description: "The code of the currency.",
  required: true,
  schema: { type: "string", pattern: "^[A-Z]{3}$" },
  example: "USD",
};

const pathDate: ParameterObject = {
  name: "date",
  in: "path",
  description: "The first day of the rate.",
  required: true,
  schema: { type: "string", format: "date" },
  example: "2026-11-22",
};

const pathParameters = [pathId, pathKey, pathCurrency, pathDate];

/** @throws Error for a parameter that isn't described */
function queryParameter(name: string, { schema, isRepeatable }: Parameter<unknown>) {
  const description = texts[name];
  if (description === undefined) throw new Error(`The parameter ${name} isn't described.`);
  const example = examples[name];
  return {
    name,
    in: "query",
    description,
    required: false,
    ...(isRepeatable
      ? { schema: { type: "array", items: schema }, style: "form", explode: true }
      : { schema }),
    ...(example !== undefined && { example }),
  } satisfies ParameterObject;
}

export const parametersOf = (path: string, { query = {} }: Takes): ParameterObject[] => [
  ...pathParameters.filter(({ name }) => path.split("/").includes(`:${name}`)),
  ...Object.entries(query).map(([name, parameter]) => queryParameter(name, parameter)),
];
