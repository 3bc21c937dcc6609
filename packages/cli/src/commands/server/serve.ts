import type { Command } from "@commander-js/extra-typings";
import type { Cli, GlobalOptions } from "../../cli.ts";
import type { Environment } from "../../config/paths.ts";
import { withExamples } from "../../help/examples.ts";

interface ServeOptions {
  host?: string | undefined;
  port?: string | undefined;
  data?: string | undefined;
  registration?: string | undefined;
  rateLimit?: string | undefined;
  trustProxy?: string | undefined;
  maxRecords?: string | undefined;
  corsOrigin?: string | undefined;
  jwtSecretFile?: string | undefined;
  metrics?: string | undefined;
  logLevel?: string | undefined;
  logFormat?: string | undefined;
}

/** Translates the global options into log settings. */
function logLevelFor({ quiet, verbose }: GlobalOptions): string | undefined {
  if (verbose) return "debug";
  return quiet ? "warn" : undefined;
}

/** Translates options into environment variables, which they override. */
function settings(
  { jwtSecretFile, logLevel, logFormat, ...options }: ServeOptions,
  globals: GlobalOptions,
): Environment {
  const given = {
    OUTLAY_HOST: options.host,
    OUTLAY_PORT: options.port,
    OUTLAY_DATA: options.data,
    OUTLAY_REGISTRATION: options.registration,
    OUTLAY_RATE_LIMIT: options.rateLimit,
    OUTLAY_TRUST_PROXY: options.trustProxy,
    OUTLAY_MAX_RECORDS: options.maxRecords,
    OUTLAY_CORS_ORIGIN: options.corsOrigin,
    OUTLAY_METRICS: options.metrics,
    OUTLAY_LOG_LEVEL: logLevel ?? logLevelFor(globals),
    OUTLAY_LOG_FORMAT: logFormat ?? (globals.json ? "json" : undefined),
  };
  return {
    ...Object.fromEntries(Object.entries(given).filter(([, text]) => text !== undefined)),
    ...(jwtSecretFile === undefined
      ? {}
      : { OUTLAY_JWT_SECRET: undefined, OUTLAY_JWT_SECRET_FILE: jwtSecretFile }),
  };
}

export function serveCommand(command: Command, cli: Cli) {
  command
    .option("--host <address>", "the address to listen on (127.0.0.1)")
    .option("--port <number>", "the port to listen on; 0 picks any free port (8000)")
    .option("--data <folder>", "the folder of the data (this machine's own)")
    .option("--registration <open|closed>", "whether people may create accounts (open)")
    .option("--rate-limit <on|off>", "whether password guessing is slowed down (on)")
    .option(
      "--trust-proxy <proxies>",
      "the number of your own proxies whose X-Forwarded-For is trusted (off)",
    )
    .option("--max-records <number>", "the most records an account may have (1000000)")
    .option(
      "--cors-origin <origins>",
      "the origins whose pages may use the API, separated by commas (none)",
    )
    .option("--jwt-secret-file <file>", "a file with the key that signs tokens")
    .option("--metrics <loopback|public|off>", "who may read /metrics (loopback)")
    .option("--log-level <debug|info|warn|error|silent>", "what is logged to stderr (info)")
    .option("--log-format <pretty|json>", "the log's format (pretty at a terminal, otherwise json)")
    .action(async (options) => {
      const { serve } = await import("../../backend/embedded.ts");
      const { env, label, clock } = cli;
      await serve({
        env: { ...env, ...settings(options, cli.globals) },
        label,
        clock,
        log: { write: cli.io.err, isTerminal: cli.io.showsProgress },
        signals: cli.signals,
        onListening(url, dataFolder) {
          if (cli.globals.json) cli.io.out(`${JSON.stringify({ url, data: dataFolder })}\n`);
        },
      });
    });
  withExamples(command, [
    ["Serve this machine's data to other programs on it", "outlay serve"],
    [
      "Serve a household's data, behind a proxy",
      "outlay serve --data /srv/outlay --port 8080 --trust-proxy 1",
    ],
  ]);
}
