/** The types and limits of schemas, in words */
import type { JsonSchema, ParameterObject } from "../document-types.ts";
import { html, type Html, nothing } from "./html.ts";
import { line } from "./words.ts";

const modelPrefix = "#/components/schemas/";

export const modelName = ({ $ref }: { $ref?: string }): string | undefined =>
  $ref?.startsWith(modelPrefix) ? $ref.slice(modelPrefix.length) : undefined;

const modelLink = (name: string) => html`<a href="#model-${name}">${name}</a>`;

const kinds: Readonly<Record<string, string>> = {
  string: "text",
  integer: "whole number",
  boolean: "true or false",
  "string date": "day, YYYY-MM-DD",
  "string date-time": "time, RFC 3339",
};

function joined(parts: readonly Html[], separator: string): Html {
  return html`${parts.map((part, index) => (index > 0 ? html`${separator}${part}` : part))}`;
}

/** `text`, `list of Expense`, `day or null`, `FOOD, DATA` */
export function kindOf(schema: JsonSchema): Html {
  const { type = "", format, anyOf, items } = schema;
  const name = modelName(schema);
  if (name !== undefined) return modelLink(name);
  if (anyOf) return joined(anyOf.map(kindOf), " or ");
  if (schema.enum) {
    return joined(
      schema.enum.map((option) => html`<code>${option}</code>`),
      ", ",
    );
  }
  if (schema.const !== undefined) return html`<code>${String(schema.const)}</code>`;
  if (items) return html`list of ${kindOf(items)}`;
  return html`${kinds[`${type} ${format}`] ?? kinds[type] ?? type}`;
}

const number = (value: number) => value.toLocaleString("en-US");

function range(what: string, least: number | undefined, most: number | undefined): string[] {
  if (most === undefined) return least === undefined ? [] : [`at least ${number(least)}${what}`];
  return [
    least === undefined
      ? `up to ${number(most)}${what}`
      : `${number(least)} to ${number(most)}${what}`,
  ];
}

/** Returns limits such as `1 to 255 characters` and `up to 20`, also those of alternative types and of items. */
function limitsOf({ anyOf = [], items, ...schema }: JsonSchema): string[] {
  const { minLength, maxLength, minimum, maximum, maxItems } = schema;
  const own = [
    ...(maxLength === undefined ? [] : range(" characters", minLength, maxLength)),
    ...range("", minimum, maximum),
    ...range(" items", undefined, maxItems),
    ...(schema.default === undefined ? [] : [`default ${String(schema.default)}`]),
  ];
  const inner = items ? limitsOf(items).map((each) => `each ${each}`) : [];
  const isText = anyOf.some(({ type }) => type === "string");
  const ofAlternatives = anyOf.flatMap((each) =>
    isText && each.type === "number"
      ? limitsOf(each).map((limit) => `as a number, ${limit}`)
      : limitsOf(each),
  );
  return [...new Set([...own, ...ofAlternatives, ...inner])];
}

const capitalized = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);

interface Entry {
  name: string;
  schema: JsonSchema;
  isRequired: boolean;
  description: string;
}

function entryHtml({ name, schema, isRequired, description }: Entry): Html {
  const limits = limitsOf(schema);
  return html`<dt>
      <code>${name}</code>
      <span class="kind">${kindOf(schema)}</span
      >${isRequired ? html` <strong>required</strong>` : nothing}
    </dt>
    <dd>
      ${line(description)}${limits.length > 0 ? html` <span class="limits">${capitalized(limits.join("; "))}.</span>` : nothing}
    </dd> `;
}

const entriesHtml = (entries: readonly Entry[]): Html =>
  entries.length === 0 ? nothing : html`<dl>${entries.map(entryHtml)}</dl>`;

/** @param showsRequired whether to mark required fields, which matters only for bodies that clients send */
export const fieldsHtml = (
  { properties = {}, required = [] }: JsonSchema,
  showsRequired: boolean,
): Html =>
  entriesHtml(
    Object.entries(properties).map(([name, schema]) => ({
      name,
      schema,
      isRequired: showsRequired && required.includes(name),
      description: schema.description ?? "",
    })),
  );

export const parametersHtml = (parameters: readonly ParameterObject[]): Html =>
  entriesHtml(
    parameters.map(({ name, schema, required, description }) => ({
      name,
      schema,
      isRequired: required,
      description,
    })),
  );
