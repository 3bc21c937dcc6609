/**
 * Describes an operation's answers as data: the body for each status. Handlers are typed by them, the API's
 * description is generated from them, and `write-reply.ts` writes them.
 */
import type * as v from "valibot";
import type { Page } from "./page.ts";

/** JSON that is already text, because its numbers can have more digits than JavaScript's. */
export class WrittenJson {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** An answer whose body has this type; the property `body` exists only for the compiler. */
interface AnswerOf<Body> {
  readonly body?: Body;
}

export interface JsonAnswer<Body> extends AnswerOf<Body> {
  kind: "json" | "list";
  /** The schema of the body, or of each item of a list. */
  schema: v.GenericSchema;
}

interface TextAnswer extends AnswerOf<string> {
  kind: "text";
  contentType: string;
}

interface EmptyAnswer extends AnswerOf<null> {
  kind: "nothing";
}

export type Answer = JsonAnswer<unknown> | TextAnswer | EmptyAnswer;
/** Answers by status. */
export type Answers = Readonly<Record<number, Answer>>;

export const json = <Wire>(
  schema: v.GenericSchema<unknown, Wire>,
): JsonAnswer<Wire | WrittenJson> => ({ kind: "json", schema });

export const listOf = <Wire>(
  schema: v.GenericSchema<unknown, Wire>,
): JsonAnswer<readonly Wire[] | Page<Wire> | WrittenJson> => ({ kind: "list", schema });

/** @param contentType the media type, possibly with parameters */
export const text = (contentType: string): TextAnswer => ({ kind: "text", contentType });

export const nothing: EmptyAnswer = { kind: "nothing" };

type BodyOf<Of extends Answer> = Of extends AnswerOf<infer Body> ? Body : never;

/** A handler's result: one of the statuses, with its body. */
export type Reply<Of extends Answers> = {
  [Status in keyof Of & number]: { status: Status; body: BodyOf<Of[Status]> };
}[keyof Of & number];

export const ok = <const Body>(body: Body) => ({ status: 200 as const, body });
export const created = <const Body>(body: Body) => ({ status: 201 as const, body });
export const done = { status: 204, body: null } as const;
