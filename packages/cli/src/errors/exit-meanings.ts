import type { exitCodes } from "./exit-codes.ts";

type ExitCode = 0 | (typeof exitCodes)[keyof typeof exitCodes];

/**
 * The meaning of each exit code, with text to be typed in backticks: for the manual and the tables of the
 * documents.
 */
export const exitMeanings = {
  0: "done",
  1: "unexpected failure",
  2: "wrong usage: a bad argument, or a missing one without a terminal to ask at",
  4: "not logged in, wrong credentials, session expired, key without permission",
  5: "no such record",
  6: "the server refused the data",
  7: "unavailable: server unreachable, data locked or damaged, disk full",
  8: "import: rows were rejected, or the file is ambiguous",
  9: "`budget check`: a budget is at or over the threshold",
  130: "interrupted",
} as const satisfies Record<ExitCode, string>;
