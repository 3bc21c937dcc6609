import type * as v from "valibot";

type Shape = v.ObjectSchema<v.ObjectEntries, undefined>;

/** A schema under its name, with what a reader wants to know of it. */
export interface Model {
  schema: v.GenericSchema;
  description: string;
  /** The fields by name; empty unless the schema is an object. */
  fields: Readonly<Record<string, string>>;
  example: unknown;
}

/** An object of fields: the compiler asks for words about every one. */
export const model = <Schema extends Shape>(
  schema: Schema,
  doc: Omit<Model, "schema" | "fields"> & {
    fields: Readonly<Record<keyof Schema["entries"], string>>;
  },
): Model => ({ schema, ...doc });
