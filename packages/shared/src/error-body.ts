/** Messages by field, `{"amount": ["A valid number is required."]}`. */
export type FieldErrors = Record<string, string[]>;

/** What went wrong with the request as a whole. */
export interface DetailError {
  detail: string;
  [extra: string]: unknown;
}

/** The body of every answer of 400 and above. */
export type ErrorBody = DetailError | FieldErrors;
