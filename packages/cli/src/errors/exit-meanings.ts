import type { exitCodes } from "./exit-codes.ts";

type ExitCode = 0 | (typeof exitCodes)[keyof typeof exitCodes];

/** What each exit code tells, with what is typed between backticks: the manual, and the tables of the documents. */
export const exitMeanings = {
  0: "done",
  1: "unexpected failure",
  2: "wrong usage: a bad argument, or something missing and nobody to ask",
  4: "not logged in, wrong credentials, session over, a key that may not",
  5: "no such record",
  6: "the server refused the data",
  7: "unavailable: server unreachable, data locked or damaged, disk full",
  8: "import: rows were rejected, or the file can't be read with certainty",
  9: "`budget check`: a budget is at or over the threshold",
  130: "interrupted",
} as const satisfies Record<ExitCode, string>;
