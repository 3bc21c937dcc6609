/** Messages by field, `{"amount": ["A valid number is required."]}`. */
export type FieldErrors = Record<string, string[]>;

/** An error of the request as a whole. */
export interface DetailError {
  detail: string;
  [extra: string]: unknown;
}

/**
 * Messages for each record of a list in a field, `{"expenses": [{}, {"amount": […]}]}`.
 */
export type ListedErrors = Record<string, string[] | FieldErrors[]>;

/** The body of every answer with a status of 400 or above. */
export type ErrorBody = DetailError | FieldErrors | ListedErrors;
