import pino from "pino";
import type { LogFault } from "../middleware/write-errors.ts";
import { gathered } from "./gathered.ts";
import type { OnRequest } from "./observe-requests.ts";
import type { LogFormat, OperatingConfig } from "./operating-config.ts";
import { prettyLine } from "./pretty-line.ts";

/** The server's log, line by line. */
export interface Log {
  debug: (message: string) => void;
  info: (message: string) => void;
  warn: (message: string) => void;
  fault: LogFault;
  request: OnRequest;
}

/** The destination of the log. */
export interface LogTarget {
  write: (text: string) => void;
  /** Whether it is a terminal, at which people read the log. */
  isTerminal: boolean;
}

/** The paths that monitoring programs request every few seconds, which are logged only at level debug. */
const askedByPrograms = new Set(["/healthz", "/readyz", "/metrics"]);

const oneDecimal = (value: number) => Math.round(value * 10) / 10;

/**
 * Returns a function that writes the present time. It caches the text, because many lines share a millisecond, and
 * formatting it takes longer than the rest of a line.
 */
function isoTimes(): () => string {
  let lastMs = Number.NaN;
  let text = "";
  return () => {
    const ms = Date.now();
    if (ms !== lastMs) text = `,"time":"${new Date(ms).toISOString()}"`;
    lastMs = ms;
    return text;
  };
}

/** Returns the stacks of an error and its causes. Other properties of an error stay out of the log. */
function faultText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const own = error.stack ?? error.message;
  return error.cause === undefined ? own : `${own}\nCaused by: ${faultText(error.cause)}`;
}

export function createLog(
  { logLevel, logFormat }: Pick<OperatingConfig, "logLevel"> & { logFormat: LogFormat },
  write: LogTarget["write"],
): Log {
  const lines = gathered(write);
  const destination =
    logFormat === "json" ? lines : { write: (line: string) => lines.write(prettyLine(line)) };
  const logger = pino(
    {
      level: logLevel,
      base: null,
      timestamp: isoTimes(),
      formatters: { level: (level) => ({ level }) },
    },
    destination,
  );
  return {
    debug(message) {
      logger.debug(message);
      lines.flush();
    },
    info(message) {
      logger.info(message);
      lines.flush();
    },
    warn(message) {
      logger.warn(message);
      lines.flush();
    },
    fault({ requestId, error }) {
      logger.error({ request_id: requestId, error: faultText(error) }, "A request failed");
      // Writes the line at once, because the process may be about to end.
      lines.flush();
    },
    request({ requestId, method, route, status, code, tookMs, userId, isCut }) {
      const level = askedByPrograms.has(route) ? "debug" : "info";
      if (!logger.isLevelEnabled(level)) return;
      const line = {
        request_id: requestId,
        method,
        route,
        status,
        ...(code === undefined ? {} : { code }),
        duration_ms: oneDecimal(tookMs),
        ...(userId === undefined ? {} : { user_id: userId }),
        ...(isCut ? { cut: true } : {}),
      };
      logger[level](line, "request");
    },
  };
}
