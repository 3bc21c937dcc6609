import { wireSum } from "@outlay/shared";
import * as v from "valibot";

/** Fields that are known, and whatever else a server of another version gives beside them, which is kept. */
export const openObject = <const Entries extends v.ObjectEntries>(entries: Entries) =>
  v.looseObject(entries) as unknown as v.GenericSchema<
    unknown,
    v.InferOutput<v.ObjectSchema<Entries, undefined>>
  >;

/** One of a list that may be longer on the server than it is here; null where it has none. */
export const word = () => v.nullable(v.string());

/** An amount, which on other servers may come to nothing or less. */
export const anyAmount = wireSum;

/** A word as it is shown. */
export const wordText = (given: string | null): string => given ?? "none";
