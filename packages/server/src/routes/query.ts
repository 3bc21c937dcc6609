import { type CalendarDate, InvalidFields, isCalendarDate } from "@outlay/shared";
import type { ParsedUrlQuery } from "node:querystring";

/** What one parameter's text means; undefined where it means nothing. */
type Reader<Value> = {
  read: (text: string) => Value | undefined;
  fault: string;
  whenAbsent: Value;
};

export const flag: Reader<boolean> = {
  read: (text) => (text === "true" || text === "false" ? text === "true" : undefined),
  fault: "Must be true or false.",
  whenAbsent: false,
};

export const day: Reader<CalendarDate | null> = {
  read: (text) => (isCalendarDate(text) ? text : undefined),
  fault: "Must be a day, YYYY-MM-DD.",
  whenAbsent: null,
};

/** Any number of digits, as in a path; one that nothing has is none's. */
export const recordId: Reader<number | null> = {
  read: (text) => (/^\d+$/.test(text) ? Number(text) : undefined),
  fault: "Must be an id: a whole number.",
  whenAbsent: null,
};

/**
 * The parameters of a request's query.
 * @throws InvalidFields naming each parameter that is unknown, malformed or repeated
 */
export function readQuery<Values extends object>(
  query: ParsedUrlQuery,
  readers: { [Name in keyof Values]: Reader<Values[Name]> },
): Values {
  const faults = new Map<string, string[]>();
  const known = new Map<string, Reader<unknown>>(Object.entries(readers));
  const values = new Map([...known].map(([name, { whenAbsent }]) => [name, whenAbsent]));
  for (const [name, given] of Object.entries(query)) {
    const reader = known.get(name);
    const value = typeof given === "string" ? reader?.read(given) : undefined;
    if (value !== undefined) values.set(name, value);
    else faults.set(name, [reader ? reader.fault : "There is no such parameter."]);
  }
  if (faults.size > 0) throw new InvalidFields(Object.fromEntries(faults));
  return Object.fromEntries(values) as Values;
}
