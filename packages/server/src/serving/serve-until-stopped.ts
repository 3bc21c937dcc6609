import type { ServerConfig } from "../config/config.ts";
import type { LogTarget } from "../operating/create-log.ts";
import { type Signals, untilStopped } from "./until-stopped.ts";

export interface ServeOptions {
  /** A description of this process, which other processes see if they find the data folder in use. */
  label: string;
  clock: () => Date;
  log: LogTarget;
  signals: Signals;
  onListening?: (url: string) => void;
}

/**
 * Serves until it receives a signal to stop, and then stops without dropping a request.
 * @throws the errors of startServer
 */
export async function serveUntilStopped(
  config: ServerConfig,
  { label, clock, log: target, signals, onListening }: ServeOptions,
): Promise<void> {
  const stopRequested = untilStopped(signals);
  // These modules are loaded late, because a process that only opens the data for itself doesn't need them.
  const { createLog } = await import("../operating/create-log.ts");
  const { startServer } = await import("./start-server.ts");
  const logFormat = config.logFormat ?? (target.isTerminal ? "pretty" : "json");
  const log = createLog({ ...config, logFormat }, target.write);
  const server = await startServer(config, {
    label,
    clock,
    logFault: log.fault,
    report: log.warn,
    onRequest: log.request,
  });
  const hint = logFormat === "pretty" ? " Ctrl-C stops it." : "";
  log.info(`Outlay is listening on ${server.url}, data in ${config.dataFolder}.${hint}`);
  onListening?.(server.url);
  await server.loadAhead().then(
    () => log.debug("Everything that requests may need is loaded."),
    (error: unknown) =>
      log.warn(`Not everything that requests may need could be loaded: ${String(error)}`),
  );
  await stopRequested;
  await server.stop();
  log.info("Stopped.");
}
