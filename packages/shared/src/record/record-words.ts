/** Words and examples for a record's fields, as the API's description has them. */
import { mapFields, type RecordFields } from "./field.ts";
import type { AnswerValues } from "./stored-record.ts";

type FieldTexts<Fields extends RecordFields> = Record<keyof Fields, string>;

export const wordsOf = <Fields extends RecordFields>(fields: Fields) =>
  mapFields(fields, ({ words }) => words) as FieldTexts<Fields>;

/** Says also what a new record has where its body says nothing. */
export const newWordsOf = <Fields extends RecordFields>(fields: Fields) =>
  mapFields(fields, ({ words, newWords }) =>
    newWords === undefined ? words : `${words} ${newWords}`,
  ) as FieldTexts<Fields>;

/** Returns a record's fields as an answer could have them. */
export const exampleOf = <Fields extends RecordFields>(fields: Fields) =>
  mapFields(fields, ({ example }) => example) as AnswerValues<Fields>;
