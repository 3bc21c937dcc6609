/** The one file that knows the server's package, loaded only by commands that need it. */
import {
  BadSettings,
  DataDamaged,
  defaultDataFolder,
  findRunningServer,
  openEmbeddedApp,
  PortUnavailable,
  readConfig,
  StorageFull,
  StorageUnavailable,
  serveUntilStopped,
} from "@outlay/server";
import inject from "light-my-request";
import type { Environment } from "../config/paths.ts";
import { CliError } from "../errors/cli-error.ts";
import { type Backend, requestHeaders } from "./backend.ts";

const codes = [
  [BadSettings, "usage"],
  [DataDamaged, "data_damaged"],
  [PortUnavailable, "port_unavailable"],
  [StorageFull, "storage_full"],
  [StorageUnavailable, "storage_unavailable"],
] as const;

function toCliError(error: unknown): unknown {
  const known = codes.find(([kind]) => error instanceof kind);
  return known ? new CliError(known[1], (error as Error).message, { cause: error }) : error;
}

export interface LocalOptions {
  env: Environment;
  /** The command, for those that find the data folder taken: `outlay add`. */
  label: string;
  clock: () => Date;
  /** Where the stack of a server fault goes. */
  logFault: (error: unknown) => void;
}

/**
 * The data on this machine: through the server that owns them, if one runs, else by the same
 * application inside this process.
 * @throws CliError data_damaged, storage_unavailable, storage_full
 */
export async function openLocal(options: LocalOptions): Promise<Backend> {
  const { env, label, clock, logFault } = options;
  const dataFolder = env["OUTLAY_DATA"] || defaultDataFolder(env, process.platform);
  const url = await findRunningServer(dataFolder);
  if (url !== undefined) return (await import("./remote.ts")).openRemote(url);
  const app = await openEmbeddedApp(
    { dataFolder, label, jwtSecret: undefined, isRegistrationOpen: true, clock },
    ({ error }) => logFault(error),
  ).catch((error: unknown) => {
    throw toCliError(error);
  });
  return {
    async send(request, accessToken) {
      const { statusCode, payload } = await inject(app.handle, {
        method: request.method,
        url: request.path,
        headers: requestHeaders(request, accessToken),
        ...(request.body === undefined ? {} : { payload: JSON.stringify(request.body) }),
      });
      return { status: statusCode, body: payload };
    },
    close: () => app.close(),
  };
}

export interface ServeOptions extends LocalOptions {
  onListening: (url: string, dataFolder: string) => void;
  stopRequested: Promise<void>;
}

/** Serves until asked to stop. @throws CliError */
export async function serve(options: ServeOptions): Promise<void> {
  const { env, label, clock, logFault, onListening, stopRequested } = options;
  try {
    const config = readConfig(env, defaultDataFolder(env, process.platform));
    await serveUntilStopped(config, {
      label,
      clock,
      logFault: ({ error }) => logFault(error),
      onListening: (url) => onListening(url, config.dataFolder),
      stopRequested,
    });
  } catch (error) {
    throw toCliError(error);
  }
}
