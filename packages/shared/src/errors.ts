/**
 * Every error that Outlay can report. The list is closed: the compiler checks that tables over it are
 * complete.
 */

/** The errors of the API, with their HTTP statuses. */
export const apiErrorStatus = {
  invalid: 400,
  malformed_body: 400,
  unauthenticated: 401,
  registration_closed: 403,
  out_of_scope: 403,
  foreign_request: 403,
  unknown_host: 403,
  not_found: 404,
  method_not_allowed: 405,
  not_acceptable: 406,
  body_too_large: 413,
  unsupported_media_type: 415,
  throttled: 429,
  internal: 500,
  storage_unavailable: 503,
  storage_full: 507,
} as const satisfies Record<string, number>;

export type ApiErrorCode = keyof typeof apiErrorStatus;

/** The errors that only the command line reports. */
export const clientErrorCodes = [
  "usage",
  "config_broken",
  "not_logged_in",
  "wrong_credentials",
  "session_over",
  "insecure_server",
  "unreachable",
  "unexpected_answer",
  "import_unsure",
  "rows_rejected",
  "changed_since",
  "budget_used",
  "data_damaged",
  "faults_found",
  "port_unavailable",
  "interrupted",
  "unexpected",
] as const;

export type ErrorCode = ApiErrorCode | (typeof clientErrorCodes)[number];
