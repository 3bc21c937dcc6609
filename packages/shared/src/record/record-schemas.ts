/** The schemas of a record in request bodies and in answers, derived from its fields. */
import * as v from "valibot";
import { wireId, wireInstant } from "../contract/fields.ts";
import { mapFields, type RecordFields, settableOf } from "./field.ts";

export type InputEntries<Fields extends RecordFields> = {
  -readonly [
    Name in keyof Fields as Fields[Name]["presence"] extends "shown" ? never : Name
  ]: Fields[Name]["presence"] extends "required"
    ? Fields[Name]["input"]
    : v.OptionalSchema<Fields[Name]["input"], undefined>;
};

/** Returns the schema for the bodies of `POST` and `PUT`. */
export const inputSchema = <Fields extends RecordFields>(fields: Fields) =>
  v.object(
    mapFields(settableOf(fields), ({ presence, input }) =>
      presence === "required" ? input : v.optional(input),
    ) as unknown as InputEntries<Fields>,
  );

type AnswerEntries<Fields extends RecordFields> = {
  -readonly [Name in keyof Fields]: Fields[Name]["output"];
};

/** Returns the schema of a record as the API returns it. */
export const answerSchema = <Fields extends RecordFields>(fields: Fields) =>
  v.object({
    id: wireId(),
    ...(mapFields(fields, ({ output }) => output) as AnswerEntries<Fields>),
    created_at: wireInstant(),
    updated_at: wireInstant(),
    /** Present only while the record is in the trash. */
    deleted_at: v.optional(wireInstant()),
  });
