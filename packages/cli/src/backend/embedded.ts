/** The only file that imports the server's package; only commands that need it load it. */
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
  [StorageUnavailable, "Find out what is wrong with: outlay doctor"],
  [StorageFull, "Free some disk space, then try again."],
  [PortUnavailable, "Choose another one with --port (0 picks any free port) or --host."],
  [DataDamaged, "Nothing was changed. For what to do, run: outlay doctor"],
] as const;

/** Translates the errors of the server's package into the client's; other errors stay unchanged. */
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
  /** The command, shown to other processes that find the data folder in use: `outlay add`. */
  label: string;
  clock: () => Date;
  /** Receives the stack of a server fault. */
  logFault: (error: unknown) => void;
  /** Receives remarks that the user should know. */
  report: (message: string) => void;
}

/** The folder of the data on this machine. */
export const dataFolderOf = ({ env }: LocalOptions): string =>
  env["OUTLAY_DATA"] ? atHome(env["OUTLAY_DATA"]) : defaultDataFolder(env, process.platform);

function dataOptions(options: LocalOptions) {
  const { label, clock, report } = options;
  const dataFolder = dataFolderOf(options);
  return { dataFolder, label, jwtSecret: undefined, isRegistrationOpen: true, clock, report };
}

/** Whether there is data on this machine. */
export const hasData = async (options: LocalOptions): Promise<boolean> => {
  const names = await readdir(dataFolderOf(options)).catch(() => []);
  return names.length > 0;
};

/** The address of the server that owns the data on this machine, if one is running. @throws CliError */
export const findServer = (options: LocalOptions): Promise<string | undefined> =>
  findStoreServer(dataFolderOf(options)).catch(rethrowAsCliError);

/**
 * Opens the application inside this process.
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
 * Replaces the data on this machine with a backup.
 * @param confirm is told what the backup contains; if it throws, nothing has been changed
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
    const hint = "Nothing was changed. Try another backup, if there is one.";
    throw new CliError("data_damaged", error.message, { hint, cause: error });
  });
};

/** Gives an account in the data on this machine a new password. @throws CliError */
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

/** Examines the data on this machine. @param uid undefined on systems where files have no owners */
export async function examineData(
  options: LocalOptions,
  uid: number | undefined,
): Promise<{ folder: string; checks: Check[] }> {
  const folder = resolve(dataFolderOf(options));
  return { folder, checks: await examineDataFolder({ folder, clock: options.clock, uid }) };
}
