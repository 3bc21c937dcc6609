/** The one file that knows the server's package, loaded only by commands that need it. */
import {
  BadSettings,
  DataDamaged,
  defaultDataFolder,
  findStoreServer,
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

function rethrowAsCliError(error: unknown): never {
  throw toCliError(error);
}

export interface LocalOptions {
  env: Environment;
  /** The command, for those that find the data folder taken: `outlay add`. */
  label: string;
  clock: () => Date;
  /** Where the stack of a server fault goes. */
  logFault: (error: unknown) => void;
  /** Is told what the user should know and nobody asked for. */
  report: (message: string) => void;
}

const dataFolderOf = ({ env }: LocalOptions) =>
  env["OUTLAY_DATA"] || defaultDataFolder(env, process.platform);

/** Where the server that owns the data on this machine listens, if one does. @throws CliError */
export const findServer = (options: LocalOptions): Promise<string | undefined> =>
  findStoreServer(dataFolderOf(options)).catch(rethrowAsCliError);

/**
 * The application inside this process.
 * @throws CliError data_damaged, storage_unavailable, storage_full
 */
export async function openInProcess(options: LocalOptions): Promise<Backend> {
  const { label, clock, logFault, report } = options;
  const dataFolder = dataFolderOf(options);
  const app = await openEmbeddedApp(
    { dataFolder, label, jwtSecret: undefined, isRegistrationOpen: true, clock, report },
    ({ error }) => logFault(error),
  ).catch(rethrowAsCliError);
  return {
    async send(request, accessToken) {
      const { statusCode, headers, payload } = await inject(app.handle, {
        method: request.method,
        url: request.path,
        headers: requestHeaders(request, accessToken),
        ...(request.body === undefined ? {} : { payload: JSON.stringify(request.body) }),
      });
      const retryAfter = headers["retry-after"];
      return {
        status: statusCode,
        body: payload,
        retryAfter: typeof retryAfter === "string" ? retryAfter : undefined,
      };
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
  const { env, label, clock, logFault, report, onListening, stopRequested } = options;
  try {
    const config = readConfig(env, defaultDataFolder(env, process.platform));
    await serveUntilStopped(config, {
      label,
      clock,
      logFault: ({ error }) => logFault(error),
      report,
      onListening: (url) => onListening(url, config.dataFolder),
      stopRequested,
    });
  } catch (error) {
    throw toCliError(error);
  }
}
