import type { RequestListener } from "node:http";
import { createApp } from "../create-app.ts";
import { createServerContext, type DataOptions } from "../create-server-context.ts";
import type { LogFault } from "../middleware/write-errors.ts";

export interface EmbeddedApp {
  handle: RequestListener;
  close(): Promise<void>;
}

/**
 * Opens the application for use within this process. It has no port, and locks the data folder only while it
 * writes.
 * @throws DataDamaged, StorageUnavailable, StorageFull
 */
export async function openEmbeddedApp(
  options: Omit<DataOptions, "own">,
  logFault: LogFault,
): Promise<EmbeddedApp> {
  const context = await createServerContext({ ...options, own: false });
  const handle = createApp(context, logFault).callback();
  return {
    handle: (request, response) => void handle(request, response),
    close: () => context.store.close(),
  };
}
