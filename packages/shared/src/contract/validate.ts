import * as v from "valibot";
import type { FieldErrors } from "../error-body.ts";
import type { FormValue } from "./form-file.ts";

/** The error for a request body that violates its schema. */
export class InvalidFields extends Error {
  readonly fields: FieldErrors;

  constructor(fields: FieldErrors) {
    super("Invalid fields");
    this.name = "InvalidFields";
    this.fields = fields;
  }
}

/** The fields of a form by name, each with all its values in order, files last. */
export type FormFields = ReadonlyMap<string, readonly FormValue[]>;

/** The schema of a body's fields. */
export type AnyObjectSchema = v.ObjectSchema<v.ObjectEntries, undefined>;

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return "list";
  if (typeof value === "number") return Number.isInteger(value) ? "int" : "float";
  return typeof value === "boolean" ? "bool" : "str";
}

function requireObject(value: unknown): object {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
  const message =
    value === null
      ? "No data provided"
      : `Invalid data. Expected a dictionary, but got ${kindOf(value)}.`;
  throw new InvalidFields({ non_field_errors: [message] });
}

function messageOf(issue: v.BaseIssue<unknown>): string {
  if (issue.kind === "schema" && issue.received === "undefined") return "This field is required.";
  if (issue.kind === "schema" && issue.received === "null") return "This field may not be null.";
  return issue.message;
}

/**
 * Validates a body's value against a schema. Returns the valid fields, and every rule that the others violate.
 * @throws InvalidFields if the value isn't an object
 */
export function readFields<Schema extends AnyObjectSchema>(
  schema: Schema,
  value: unknown,
): { values: Partial<v.InferOutput<Schema>>; errors: FieldErrors } {
  const result = v.safeParse(schema, requireObject(value));
  if (result.success) return { values: result.output, errors: {} };
  const errors: FieldErrors = {};
  for (const issue of result.issues) {
    const name = String(issue.path?.[0].key);
    (errors[name] ??= []).push(messageOf(issue));
  }
  const right = Object.entries(result.output as object).filter(([name]) => !errors[name]);
  return { values: Object.fromEntries(right) as Partial<v.InferOutput<Schema>>, errors };
}

/**
 * Returns a body's value in the types of the schema.
 * @throws InvalidFields with the messages of every invalid field
 */
export function parseFields<Schema extends AnyObjectSchema>(
  schema: Schema,
  value: unknown,
): v.InferOutput<Schema> {
  const { values, errors } = readFields(schema, value);
  if (Object.keys(errors).length > 0) throw new InvalidFields(errors);
  return values;
}

function unwrapped(schema: unknown): { kind: string; isNullable: boolean } {
  let inner = schema as { type: string; wrapped?: unknown };
  let isNullable = false;
  while (inner.wrapped !== undefined) {
    isNullable ||= inner.type === "nullable";
    inner = inner.wrapped as typeof inner;
  }
  return { kind: inner.type, isNullable };
}

/** Converts a form to the value that JSON would have: lists where the schema has them, and null for a blank where null is allowed. */
export function formValue(schema: AnyObjectSchema, form: FormFields): Record<string, unknown> {
  const value: Record<string, unknown> = {};
  for (const [name, entry] of Object.entries(schema.entries)) {
    const given = form.get(name);
    const last = given?.at(-1);
    if (given === undefined || last === undefined) continue;
    const { kind, isNullable } = unwrapped(entry);
    if (kind === "array") value[name] = given.filter((item) => item !== "");
    else value[name] = isNullable && last === "" ? null : last;
  }
  return value;
}
