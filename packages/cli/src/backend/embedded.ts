/** The one file that knows the server's package, loaded only by commands that need it. */
import { readdir } from "node:fs/promises";
import { resolve } from "node:path";
import { atHome } from "@outlay/files";
import {
  BadBackup,
  BadSettings,
  type Backup,
  BackupExists,
  backUpStore,
  DataDamaged,
  defaultDataFolder,
  examineDataFolder,
  findStoreServer,
  type FoundBackup,
  type LogTarget,
  openEmbeddedApp,
  PortUnavailable,
  readConfig,
  type Restored,
  resetPassword as resetStoredPassword,
  restoreStore,
  type Signals,
  StorageFull,
  StorageServed,
  StorageUnavailable,
  serveUntilStopped,
} from "@outlay/server";
import type { Check } from "@outlay/shared";
import inject from "light-my-request";
import type { Environment } from "../config/paths.ts";
import { CliError } from "../errors/cli-error.ts";
import { type Backend, requestHeaders } from "./backend.ts";

export type { FoundBackup, Signals };

const codes = [
  [BadBackup, "usage"],
  [BadSettings, "usage"],
  [DataDamaged, "data_damaged"],
  [PortUnavailable, "port_unavailable"],
  [StorageFull, "storage_full"],
  [StorageUnavailable, "storage_unavailable"],
] as const;

const hints = [
  [BackupExists, "Choose another name, or add --force to replace it."],
  [StorageServed, "Stop it first, then try again."],
  [StorageUnavailable, "See what is wrong with: outlay doctor"],
  [StorageFull, "Make room on the disk, then try again."],
  [PortUnavailable, "Choose another with --port, where 0 is any that is free, or --host."],
  [DataDamaged, "Nothing was changed. See what can be done with: outlay doctor"],
] as const;

/** What the server's package refuses with, in the client's words; anything else unchanged. */
function inClientWords(error: unknown): unknown {
  const known = codes.find(([kind]) => error instanceof kind);
  if (!known) return error;
  const hint = hints.find(([kind]) => error instanceof kind)?.[1];
  return new CliError(known[1], (error as Error).message, {
    cause: error,
    ...(hint === undefined ? {} : { hint }),
  });
}

function rethrowAsCliError(error: unknown): never {
  throw inClientWords(error);
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

/** Where the data on this machine lie. */
export const dataFolderOf = ({ env }: LocalOptions): string =>
  env["OUTLAY_DATA"] ? atHome(env["OUTLAY_DATA"]) : defaultDataFolder(env, process.platform);

function dataOptions(options: LocalOptions) {
  const { label, clock, report } = options;
  const dataFolder = dataFolderOf(options);
  return { dataFolder, label, jwtSecret: undefined, isRegistrationOpen: true, clock, report };
}

/** Whether there are data on this machine. */
export const hasData = async (options: LocalOptions): Promise<boolean> => {
  const names = await readdir(dataFolderOf(options)).catch(() => []);
  return names.length > 0;
};

/** Where the server that owns the data on this machine listens, if one does. @throws CliError */
export const findServer = (options: LocalOptions): Promise<string | undefined> =>
  findStoreServer(dataFolderOf(options)).catch(rethrowAsCliError);

/**
 * The application inside this process.
 * @throws CliError data_damaged, storage_unavailable, storage_full
 */
export async function openInProcess(options: LocalOptions): Promise<Backend> {
  const app = await openEmbeddedApp(dataOptions(options), ({ error }) =>
    options.logFault(error),
  ).catch(rethrowAsCliError);
  return {
    async send(request, accessToken) {
      const { statusCode, headers, payload } = await inject(app.handle, {
        method: request.method,
        url: request.path,
        headers: requestHeaders(request, accessToken),
        ...(request.body === undefined ? {} : { payload: JSON.stringify(request.body) }),
      });
      return { status: statusCode, headers, body: payload };
    },
    close: () => app.close(),
  };
}

export interface ServeOptions extends Pick<LocalOptions, "env" | "label" | "clock"> {
  log: LogTarget;
  signals: Signals;
  onListening: (url: string, dataFolder: string) => void;
}

/** Serves until asked to stop. @throws CliError */
export async function serve(options: ServeOptions): Promise<void> {
  const { env, label, clock, log, signals, onListening } = options;
  try {
    const config = readConfig(env, defaultDataFolder(env, process.platform));
    await serveUntilStopped(config, {
      label,
      clock,
      log,
      signals,
      onListening: (url) => onListening(url, config.dataFolder),
    });
  } catch (error) {
    throw inClientWords(error);
  }
}

/** Copies the data on this machine into a file. @throws CliError */
export const backUp = (options: LocalOptions, path: string, mayReplace: boolean): Promise<Backup> =>
  backUpStore({ folder: dataFolderOf(options), path, clock: options.clock }, mayReplace).catch(
    rethrowAsCliError,
  );

/**
 * Puts a backup in the place of the data on this machine.
 * @param confirm is told what is in it; if it throws, nothing has happened
 * @throws CliError, and what `confirm` throws
 */
export const restoreBackup = (
  options: LocalOptions,
  path: string,
  confirm: (found: FoundBackup) => Promise<void>,
): Promise<Restored> => {
  const { label, clock, report } = options;
  const folder = dataFolderOf(options);
  return restoreStore({ folder, path, label, clock, report }, confirm).catch((error: unknown) => {
    if (!(error instanceof DataDamaged)) throw inClientWords(error);
    const hint = "Nothing was changed. Is there another backup?";
    throw new CliError("data_damaged", error.message, { hint, cause: error });
  });
};

/** Gives an account of the data on this machine a new password. @throws CliError */
export async function resetPassword(
  options: LocalOptions,
  username: string,
  password: string,
): Promise<void> {
  const isThere = await resetStoredPassword(dataOptions(options), username, password).catch(
    rethrowAsCliError,
  );
  if (!isThere) throw new CliError("not_found", `There is no account "${username}".`);
}

/** What there is to say about the data on this machine. @param uid undefined where files have no owners */
export async function examineData(
  options: LocalOptions,
  uid: number | undefined,
): Promise<{ folder: string; checks: Check[] }> {
  const folder = resolve(dataFolderOf(options));
  return { folder, checks: await examineDataFolder({ folder, clock: options.clock, uid }) };
}
