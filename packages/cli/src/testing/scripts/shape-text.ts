/** Formats shapes for the document. */
import type * as v from "valibot";
import { shapes } from "./shapes.ts";

/** The part of a schema that is examined here. */
interface Schema extends v.GenericSchema {
  wrapped?: Schema;
  item?: Schema;
  value?: Schema;
  literal?: unknown;
  options?: Schema[];
  entries?: Record<string, Schema>;
}

const nameOf = (schema: Schema) =>
  Object.entries(shapes).find(([, named]) => Object.is(named, schema))?.[0];

function fieldText(name: string, schema: Schema): string {
  const isOptional = schema.type === "optional";
  return `"${name}"${isOptional ? "?" : ""}: ${shapeText(schema)}`;
}

/** The contents of a shape, with other shapes by their names. */
function contentText(schema: Schema): string {
  const { type, wrapped, item, value, literal, entries, options } = schema;
  if (entries) {
    const fields = Object.entries(entries).map(([name, field]) => fieldText(name, field));
    return `{${fields.join(", ")}}`;
  }
  if (type === "nullable" && wrapped) return `${shapeText(wrapped)} or null`;
  if (type === "optional" && wrapped) return shapeText(wrapped);
  if (type === "array" && item) return `[${shapeText(item)}, …]`;
  if (type === "record" && value) return `{NAME: ${shapeText(value)}}`;
  if (type === "literal") return JSON.stringify(literal);
  if (type === "union" && options) return [...new Set(options.map(shapeText))].join(" or ");
  // The possible words are listed where they are explained.
  return type === "picklist" ? "string" : type;
}

export const shapeText = (schema: v.GenericSchema): string => nameOf(schema) ?? contentText(schema);

function row(cells: readonly string[], widths: readonly number[]): string {
  return `| ${cells.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join(" | ")} |`;
}

/** A table in Markdown, with columns as wide as their widest cell. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]) {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((cells) => cells[column]?.length ?? 0)),
  );
  const rule = widths.map((width) => "-".repeat(width));
  return [row(head, widths), row(rule, widths), ...rows.map((cells) => row(cells, widths))].join(
    "\n",
  );
}

/** The named shapes, each with its fields. */
export const shapesText = (): string =>
  Object.entries(shapes)
    .map(([name, schema]) => `- \`${name}\`: \`${contentText(schema as Schema)}\``)
    .join("\n");
