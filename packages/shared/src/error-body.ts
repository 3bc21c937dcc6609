/** Messages by field, `{"amount": ["A valid number is required."]}`. */
export type FieldErrors = Record<string, string[]>;

/** A fault of the request as a whole. */
export interface DetailError {
  detail: string;
  [extra: string]: unknown;
}

/**
 * For a field that is a list of records: the messages of each, `{"expenses": [{}, {"amount":
 * […]}]}`.
 */
export type ListedErrors = Record<string, string[] | FieldErrors[]>;

/** The body of every answer of 400 and above. */
export type ErrorBody = DetailError | FieldErrors | ListedErrors;
