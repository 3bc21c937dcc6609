import type { ServerConfig } from "./config.ts";
import { type ServerOptions, startServer } from "./start-server.ts";

export interface ServeOptions extends ServerOptions {
  onListening: (url: string) => void;
  /** Fulfilled when it is time to stop. */
  stopRequested: Promise<void>;
}

/** Serves until asked to stop, and stops without dropping a request. @throws as startServer */
export async function serveUntilStopped(
  config: ServerConfig,
  { onListening, stopRequested, ...options }: ServeOptions,
): Promise<void> {
  const server = await startServer(config, options);
  onListening(server.url);
  await stopRequested;
  await server.stop();
}
