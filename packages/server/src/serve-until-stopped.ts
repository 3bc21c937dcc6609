import type { ServerConfig } from "./config.ts";
import type { LogFault } from "./middleware/write-errors.ts";
import { startServer } from "./start-server.ts";

export interface ServeOptions {
  /** What this process is, for those that find the data folder taken. */
  label: string;
  clock: () => Date;
  logFault: LogFault;
  onListening: (url: string) => void;
  /** Fulfilled when it is time to stop. */
  stopRequested: Promise<void>;
}

/** Serves until asked to stop, and stops without dropping a request. @throws as startServer */
export async function serveUntilStopped(
  config: ServerConfig,
  { label, clock, logFault, onListening, stopRequested }: ServeOptions,
): Promise<void> {
  const server = await startServer(config, { label, clock, logFault });
  onListening(server.url);
  await stopRequested;
  await server.stop();
}
