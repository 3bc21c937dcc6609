import { wireSum } from "@outlay/shared";
import * as v from "valibot";

/** A schema of known fields that keeps any fields a server of another version adds. */
export const openObject = <const Entries extends v.ObjectEntries>(entries: Entries) =>
  v.looseObject(entries) as unknown as v.GenericSchema<
    unknown,
    v.InferOutput<v.ObjectSchema<Entries, undefined>>
  >;

/** One of a list that may be longer on the server than it is here; null if a record has none. */
export const word = () => v.nullable(v.string());

/** An amount, which other servers may give as zero or less. */
export const anyAmount = wireSum;

/** A word in the form that is displayed. */
export const wordText = (given: string | null): string => given ?? "none";
