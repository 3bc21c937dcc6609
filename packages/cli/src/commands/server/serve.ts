import type { Command } from "@commander-js/extra-typings";
import type { Cli } from "../../cli.ts";
import { stackOf } from "../../errors/stack-of.ts";
import { withExamples } from "../../help/examples.ts";

interface ServeOptions {
  host?: string | undefined;
  port?: string | undefined;
  data?: string | undefined;
  registration?: string | undefined;
  rateLimit?: string | undefined;
  trustProxy?: string | undefined;
  corsOrigin?: string | undefined;
  jwtSecretFile?: string | undefined;
}

/** Options in the words of the environment, which they override. */
function settings({ jwtSecretFile, ...options }: ServeOptions) {
  const given = {
    OUTLAY_HOST: options.host,
    OUTLAY_PORT: options.port,
    OUTLAY_DATA: options.data,
    OUTLAY_REGISTRATION: options.registration,
    OUTLAY_RATE_LIMIT: options.rateLimit,
    OUTLAY_TRUST_PROXY: options.trustProxy,
    OUTLAY_CORS_ORIGIN: options.corsOrigin,
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
    .option("--port <number>", "the port to listen on, 0 for any that is free (8000)")
    .option("--data <folder>", "the folder that holds the data (this machine's own)")
    .option("--registration <open|closed>", "whether people may make accounts (open)")
    .option("--rate-limit <on|off>", "whether who guesses passwords is slowed down (on)")
    .option(
      "--trust-proxy <proxies>",
      "how many proxies of your own are in between, whose X-Forwarded-For is believed (off)",
    )
    .option("--cors-origin <origins>", "whose pages may use the API, with commas between (nobody)")
    .option("--jwt-secret-file <file>", "a file with the key that tokens are signed with")
    .action(async (options) => {
      const { serve } = await import("../../backend/embedded.ts");
      await serve({
        ...cli.localOptions("serve"),
        env: { ...cli.env, ...settings(options) },
        stopRequested: cli.stopRequested(),
        // A server's faults are told to its operator without being asked for.
        logFault: (error) => cli.tell(stackOf(error)),
        onListening(url, dataFolder) {
          if (cli.globals.json) cli.io.out(`${JSON.stringify({ url, data: dataFolder })}\n`);
          cli.note(`Outlay is listening on ${url}, data in ${dataFolder}. Ctrl-C stops it.`);
        },
      });
      cli.note("Stopped.");
    });
  withExamples(command, [
    ["This machine's data, for other programs on it", "outlay serve"],
    [
      "A household's data, behind a proxy",
      "outlay serve --data /srv/outlay --port 8080 --trust-proxy 1",
    ],
  ]);
}
