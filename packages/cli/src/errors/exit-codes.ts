import type { ErrorCode } from "@outlay/shared";

/** The exit code of each way to fail. */
export const exitCodes = {
  unexpected: 1,
  internal: 1,

  usage: 2,
  config_broken: 2,
  insecure_server: 2,

  unauthenticated: 4,
  not_logged_in: 4,
  wrong_credentials: 4,
  session_over: 4,
  out_of_scope: 4,

  not_found: 5,

  changed_since: 6,
  invalid: 6,
  malformed_body: 6,
  registration_closed: 6,
  foreign_request: 6,
  unknown_host: 6,
  method_not_allowed: 6,
  not_acceptable: 6,
  body_too_large: 6,
  unsupported_media_type: 6,

  throttled: 7,
  storage_unavailable: 7,
  storage_full: 7,
  unreachable: 7,
  unexpected_answer: 7,
  data_damaged: 7,
  faults_found: 7,
  port_unavailable: 7,

  import_unsure: 8,
  rows_rejected: 8,

  budget_used: 9,

  interrupted: 130,
} as const satisfies Record<ErrorCode, number>;
