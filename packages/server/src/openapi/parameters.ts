import type { Parameter } from "../routes/query.ts";
import type { Takes } from "../routes/route.ts";
import type { ParameterObject } from "./document-types.ts";

/** A parameter's name has one meaning in all operations. */
const texts: Readonly<Record<string, string>> = {
  category: "Those of this category. Given several times: of any of these.",
  tag: "Those with this tag, written just so. Given several times: with any of these.",
  from: "Those of this day and later.",
  to: "Those of this day and earlier.",
  min: "Those of this amount and more.",
  max: "Those of this amount and less.",
  q: "Those whose description has this text somewhere, in whatever case.",
  import: "Those that came in this batch.",
  deleted: "With `true` those in the trash, and not the others.",
  order: "What they are sorted by; with `-` the other way round.",
  limit: "A page of at most so many.",
  after: "What comes behind a page: from that page's `Link` header.",
  by: "What the groups are made by.",
  date: "The day to look at. If left out, today in the server's zone.",
};

/** An example request with these parameters. */
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
  description: "The record's number.",
  required: true,
  schema: { type: "integer", minimum: 1 },
  example: 42,
};

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
  ...(path.includes(":id") ? [pathId] : []),
  ...Object.entries(query).map(([name, parameter]) => queryParameter(name, parameter)),
];
