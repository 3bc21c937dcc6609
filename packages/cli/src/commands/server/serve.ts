import type { Command } from "@commander-js/extra-typings";
import type { Cli, GlobalOptions } from "../../cli.ts";
import type { Environment } from "../../config/paths.ts";
import { withExamples } from "../examples.ts";

interface ServeOptions {
  host?: string | undefined;
  port?: string | undefined;
  data?: string | undefined;
  registration?: string | undefined;
  jwtSecretFile?: string | undefined;
  metrics?: string | undefined;
  logLevel?: string | undefined;
  logFormat?: string | undefined;
}

/** What the options that every command has ask of a log. */
function logLevelFor({ quiet, verbose }: GlobalOptions): string | undefined {
  if (verbose) return "debug";
  return quiet ? "warn" : undefined;
}

/** Options in the words of the environment, which they override. */
function settings(options: ServeOptions, globals: GlobalOptions): Environment {
  const { host, port, data, registration, jwtSecretFile, metrics, logLevel, logFormat } = options;
  const given = {
    OUTLAY_HOST: host,
    OUTLAY_PORT: port,
    OUTLAY_DATA: data,
    OUTLAY_REGISTRATION: registration,
    OUTLAY_METRICS: metrics,
    OUTLAY_LOG_LEVEL: logLevel ?? logLevelFor(globals),
    OUTLAY_LOG_FORMAT: logFormat ?? (globals.json ? "json" : undefined),
  };
  return {
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
    ...(jwtSecretFile === undefined
      ? {}
      : { OUTLAY_JWT_SECRET: undefined, OUTLAY_JWT_SECRET_FILE: jwtSecretFile }),
  };
}

export function serveCommand(command: Command, cli: Cli) {
  command
    .option("--host <address>", "the address to listen on (127.0.0.1)")
    .option("--port <number>", "the port to listen on, 0 for any that is free (8000)")
    .option("--data <folder>", "the folder that holds the data (this machine's own)")
    .option("--registration <open|closed>", "whether people may make accounts (open)")
    .option("--jwt-secret-file <file>", "a file with the key that tokens are signed with")
    .option("--metrics <loopback|public|off>", "who may read /metrics (loopback)")
    .option("--log-level <debug|info|warn|error|silent>", "what is told on stderr (info)")
    .option("--log-format <pretty|json>", "how (pretty at a terminal, else json)")
    .action(async (options) => {
      const { serve } = await import("../../backend/embedded.ts");
      const { env, label, clock } = cli.localOptions("serve");
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
    ["This machine's data, for other programs on it", "outlay serve"],
    ["A household's data, behind a proxy", "outlay serve --data /srv/outlay --port 8080"],
  ]);
}
