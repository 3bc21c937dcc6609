/** Texts and examples for the fields of a record in the API's description. */
import { mapFields, type RecordFields } from "./field.ts";
import type { AnswerValues } from "./stored-record.ts";

type FieldTexts<Fields extends RecordFields> = Record<keyof Fields, string>;

export const wordsOf = <Fields extends RecordFields>(fields: Fields) =>
  mapFields(fields, ({ words }) => words) as FieldTexts<Fields>;

/** Returns the texts for a new record, which include the defaults. */
export const newWordsOf = <Fields extends RecordFields>(fields: Fields) =>
  mapFields(fields, ({ words, newWords }) =>
    newWords === undefined ? words : `${words} ${newWords}`,
  ) as FieldTexts<Fields>;

/** Returns the fields of an example record as in an answer. */
export const exampleOf = <Fields extends RecordFields>(fields: Fields) =>
  mapFields(fields, ({ example }) => example) as AnswerValues<Fields>;
