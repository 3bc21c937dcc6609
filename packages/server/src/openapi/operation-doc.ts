import type { headers, RefusalName } from "./refusals.ts";

/** The description of a successful response; the route defines its body. */
export interface AnswerDoc {
  description: string;
  headers?: readonly (keyof typeof headers)[];
}

/** The parts of an operation's description that its route doesn't define. */
export interface OperationDoc {
  /** The name of the operation in clients that are generated from the description. */
  operationId: string;
  tag: string;
  summary: string;
  description?: string;
  /** The successful responses by status; each answer of the route has one. */
  answers: Readonly<Record<number, AnswerDoc>>;
  /** The error responses that only this operation has. */
  refusals?: readonly RefusalName[];
}
