import type * as v from "valibot";

type Shape = v.ObjectSchema<v.ObjectEntries, undefined>;

/** A schema with its description */
export interface Model {
  schema: v.GenericSchema;
  description: string;
  /** The descriptions of the fields by name; empty unless the schema is an object. */
  fields: Readonly<Record<string, string>>;
  example: unknown;
}

/** Describes an object. The compiler checks that every field has a description. */
export const model = <Schema extends Shape>(
  schema: Schema,
  doc: Omit<Model, "schema" | "fields"> & {
    fields: Readonly<Record<keyof Schema["entries"], string>>;
  },
): Model => ({ schema, ...doc });
