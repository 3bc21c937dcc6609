/** The named schemas of the API's description: those that validate requests, with descriptions of their fields. */
import { itemSchema } from "@outlay/shared";
import { toJsonSchema } from "@valibot/to-json-schema";
import type * as v from "valibot";
import type { JsonSchema } from "./document-types.ts";
import { accountModels } from "./models/account-models.ts";
import { categoryModels } from "./models/category-models.ts";
import { errorModels } from "./models/error-models.ts";
import { importModels } from "./models/import-models.ts";
import { rateModels } from "./models/rate-models.ts";
import { recordModels } from "./models/record-models.ts";
import { serverModels } from "./models/server-models.ts";
import type { Model } from "./model.ts";

const models = {
  ...accountModels,
  ...recordModels,
  ...categoryModels,
  ...rateModels,
  ...importModels,
  ...serverModels,
  ...errorModels,
};
export type ModelName = keyof typeof models;

export const reference = (name: ModelName): JsonSchema => ({
  $ref: `#/components/schemas/${name}`,
});

const named = Object.entries(models) as [ModelName, Model][];
const nameOf = new Map(named.map(([name, { schema }]) => [schema, name]));

/** @throws Error if the schema is not among the models */
export function modelNameOf(schema: v.GenericSchema): ModelName {
  const name = nameOf.get(schema);
  if (name === undefined) throw new Error("A body's schema is missing among the models.");
  return name;
}

/** Actions in code that have no JSON Schema; metadata beside them describes them. */
const silentActions = new Set(["check", "finite"]);

type Action = v.PipeAction<unknown, unknown, v.BaseIssue<unknown>> | { type: string };

function convertedAction(action: Action, converted: object): object | undefined {
  const { [itemSchema]: item, ...rest } = converted as { [itemSchema]?: v.GenericSchema };
  if (item) return { ...rest, items: reference(modelNameOf(item)) };
  return silentActions.has(action.type) ? converted : undefined;
}

export function jsonSchemaOf({ schema, description, fields, example }: Model): JsonSchema {
  const { $schema: _, ...converted } = toJsonSchema(schema, {
    target: "draft-2020-12",
    typeMode: "input",
    overrideAction: ({ valibotAction, jsonSchema }) => convertedAction(valibotAction, jsonSchema),
  });
  // The type from the library also allows booleans as schemas.
  const json = converted as unknown as JsonSchema;
  for (const [name, words] of Object.entries(fields)) {
    const property = json.properties?.[name];
    if (property) property.description = words;
  }
  return { ...json, description, examples: [example] };
}

export const modelSchemas = (): Record<string, JsonSchema> =>
  Object.fromEntries(named.map(([name, each]) => [name, jsonSchemaOf(each)]));
