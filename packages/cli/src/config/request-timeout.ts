import { usageError } from "../errors/cli-error.ts";
import type { Environment } from "./paths.ts";

const usualSeconds = 30;
const mostSeconds = 600;

/** The time that a server may take to answer: `OUTLAY_TIMEOUT`, in seconds. @throws CliError usage */
export function requestTimeoutMs(env: Environment): number {
  const given = env["OUTLAY_TIMEOUT"];
  if (!given) return usualSeconds * 1000;
  const seconds = /^\d{1,3}(\.\d{1,3})?$/.test(given) ? Number(given) : 0;
  if (seconds > 0 && seconds <= mostSeconds) return Math.trunc(seconds * 1000);
  throw usageError(
    `OUTLAY_TIMEOUT "${given}" is not a number of seconds above 0 and up to ${mostSeconds}.`,
    "Write it like 30, or unset it.",
  );
}
