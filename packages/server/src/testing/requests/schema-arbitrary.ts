/** Values that a schema of the API's description allows. */
import fc from "fast-check";
import type { JsonSchema, OpenApiDocument } from "../../openapi/document-types.ts";

type Schemas = OpenApiDocument["components"]["schemas"];

const letter = fc.constantFrom("a", "b", "z", "0", "1", "9", "_", "-");

/**
 * Words that every pattern allows, including those of tags and user names, and text that isn't
 * blank. Some are as long as allowed.
 */
const word = (minLength: number, maxLength: number) =>
  fc.oneof(
    fc.string({ unit: letter, minLength, maxLength: Math.min(maxLength, minLength + 20) }),
    letter.map((each) => each.repeat(maxLength)),
  );

// Made once, because making them takes long. They begin with a letter, because trimmed characters
// don't count.
const anyWords = fc
  .string({ unit: "grapheme", maxLength: 39 })
  .map((text) => `x${text.replaceAll("\0", "")}`);

const anyText = (maxLength: number) =>
  anyWords.filter((text) => Array.from(text).length <= maxLength);

const cents = (minimum: number, maximum: number) =>
  fc.integer({ min: Math.ceil(minimum * 100), max: Math.floor(Math.min(maximum, 1e10) * 100) });
const decimal = (minimum: number, maximum: number) =>
  cents(minimum, maximum).map((each) => Number(`${each}e-2`));

const day = fc
  .date({ min: new Date("0001-01-01"), max: new Date("9998-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const moment = fc
  .date({ min: new Date("2027-01-01"), max: new Date("9998-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString());

/** Categories that expenses of every user can have. */
const category = fc.constantFrom("FOOD", "TRANSPORT");

function textOf({
  format,
  pattern,
  minLength = 0,
  maxLength = 40,
}: JsonSchema): fc.Arbitrary<string> {
  if (format === "date") return day;
  if (format === "date-time") return moment;
  if (pattern === "^[A-Z0-9_]{1,30}$") return category;
  if (pattern?.startsWith(String.raw`^\d`)) return cents(1, 1e6).map((each) => `${each}.50`);
  if (pattern !== undefined && pattern !== String.raw`\S`)
    return word(Math.max(1, minLength), maxLength);
  return fc.oneof(word(1, maxLength), anyText(maxLength));
}

function objectOf({ properties = {}, required = [] }: JsonSchema, schemas: Schemas) {
  const fields = Object.entries(properties).map(
    ([name, schema]) => [name, schemaArbitrary(schema, schemas)] as const,
  );
  return fc.record(Object.fromEntries(fields), { requiredKeys: required });
}

/** Some are as long as allowed, unless that is very long. */
const listOf = (item: fc.Arbitrary<unknown>, maxItems: number) =>
  fc.oneof(
    { weight: 5, arbitrary: fc.array(item, { maxLength: 5 }) },
    {
      weight: 1,
      arbitrary: fc.array(item, {
        minLength: Math.min(maxItems, 20),
        maxLength: Math.min(maxItems, 20),
      }),
    },
  );

export function schemaArbitrary(schema: JsonSchema, schemas: Schemas): fc.Arbitrary<unknown> {
  const { $ref, anyOf, items, minimum = 0, maximum = 1e6, maxItems = 5 } = schema;
  const limits = { minLength: schema.minLength, maxLength: schema.maxLength };
  const given = Object.fromEntries(
    Object.entries(limits).filter(([, value]) => value !== undefined),
  );
  if ($ref !== undefined)
    return schemaArbitrary(schemas[$ref.split("/").at(-1) ?? ""] ?? {}, schemas);
  if (anyOf) {
    // Keywords beside it hold for each of them.
    const pattern = schema.pattern === undefined ? {} : { pattern: schema.pattern };
    return fc.oneof(
      ...anyOf.map((each) => schemaArbitrary({ ...given, ...pattern, ...each }, schemas)),
    );
  }
  if (schema.enum) return fc.constantFrom(...schema.enum);
  switch (schema.type ?? "any") {
    case "null":
      return fc.constant(null);
    case "string":
      return textOf(schema);
    case "integer":
      return fc.integer({ min: minimum, max: maximum });
    case "number":
      return schema.format === "decimal"
        ? decimal(minimum, maximum)
        : fc.integer({ min: 0, max: 1e6 });
    case "boolean":
      return fc.boolean();
    case "array":
      return listOf(schemaArbitrary(items ?? {}, schemas), maxItems);
    case "object":
      return objectOf(schema, schemas);
    default:
      return fc.jsonValue();
  }
}
