import type { CalendarDate, FieldErrors } from "@outlay/shared";

/** A body's valid values, and the faults of the others. */
export interface ReadBody<Values> {
  values: Partial<Values>;
  errors: FieldErrors;
}

/** The things that a record's fields depend on besides the body. */
export interface Filling<Fields> {
  /** The record to change; undefined for a new one. */
  current?: Fields;
  /** Whether the body must name all required fields. */
  isWhole: boolean;
  today: CalendarDate;
  /** Whether the user has a category with this key. */
  isCategory: (key: string) => boolean;
}
