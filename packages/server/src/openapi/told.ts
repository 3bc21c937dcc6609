import type { Content } from "./document-types.ts";
import type { ModelName } from "./models.ts";
import type { headers, RefusalName } from "./refusals.ts";

/** An answer when all is well. */
export interface ToldAnswer {
  description: string;
  /** Its body: one of these, in brackets a list of them, or of another kind than JSON. */
  body?: ModelName | readonly [ModelName] | Content;
  headers?: readonly (keyof typeof headers)[];
}

/** The description of an operation beyond its route. */
export interface Told {
  /** Its name in programs that are made from the description. */
  operationId: string;
  tag: string;
  summary: string;
  description?: string;
  /** By status. */
  answers: Readonly<Record<number, ToldAnswer>>;
  /** The refusals of this operation alone. */
  refusals?: readonly RefusalName[];
}
