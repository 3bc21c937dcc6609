import type { headers, RefusalName } from "./refusals.ts";

/** The description of an answer when all is well; its body is that of the route. */
export interface AnswerDoc {
  description: string;
  headers?: readonly (keyof typeof headers)[];
}

/** The description of an operation beyond its route. */
export interface OperationDoc {
  /** Its name in programs that are made from the description. */
  operationId: string;
  tag: string;
  summary: string;
  description?: string;
  /** By status: one for each answer of the route. */
  answers: Readonly<Record<number, AnswerDoc>>;
  /** The refusals of this operation alone. */
  refusals?: readonly RefusalName[];
}
