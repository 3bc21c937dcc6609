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
import {
  type ApiAnswer,
  type ApiRequest,
  type Backend,
  requestHeaders,
  Unreachable,
} from "./backend.ts";

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
}

async function openInProcess(options: LocalOptions, dataFolder: string): Promise<Backend> {
  const { label, clock, logFault } = options;
  const app = await openEmbeddedApp(
    { dataFolder, label, jwtSecret: undefined, isRegistrationOpen: true, clock },
    ({ error }) => logFault(error),
  );
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

// A server that starts or stops meanwhile is followed; one that does nothing else is not.
const maxMoves = 5;

const canBeRepeated = (error: unknown) => error instanceof Unreachable && error.canBeRepeated;

/**
 * The data on this machine: through the server that owns them, if one runs, else by the same
 * application inside this process.
 * @throws CliError data_damaged, storage_unavailable, storage_full
 */
export async function openLocal(options: LocalOptions): Promise<Backend> {
  const dataFolder = options.env["OUTLAY_DATA"] || defaultDataFolder(options.env, process.platform);
  const opened: Backend[] = [];

  const open = async (url: string | undefined): Promise<Backend> => {
    const backend =
      url === undefined
        ? await openInProcess(options, dataFolder)
        : (await import("./remote.ts")).openRemote(url);
    opened.push(backend);
    return backend;
  };

  const findServer = () => findRunningServer(dataFolder).catch(rethrowAsCliError);
  let url = await findServer();
  let current = await open(url).catch(rethrowAsCliError);

  /** Finds out again who has the data. */
  const lookAgain = async (): Promise<void> => {
    const found = await findServer();
    if (found === url) return;
    url = found;
    current = await open(url).catch(rethrowAsCliError);
  };

  const sendOrMove = async (
    request: ApiRequest,
    accessToken: string | undefined,
  ): Promise<ApiAnswer | undefined> => {
    const before = current;
    try {
      const answer = await before.send(request, accessToken);
      // Refused, because a server has just taken the folder.
      if (answer.status !== 503 || answer.retryAfter !== "0") return answer;
      await lookAgain();
    } catch (error) {
      // A server that stopped before it was reached has left the folder to us.
      if (!canBeRepeated(error)) throw error;
      await lookAgain();
      if (current === before) throw error;
    }
    return undefined;
  };

  return {
    async send(request, accessToken) {
      for (let move = 0; move < maxMoves; move += 1) {
        const answer = await sendOrMove(request, accessToken);
        if (answer) return answer;
      }
      return current.send(request, accessToken);
    },
    async close() {
      await Promise.all(opened.map((backend) => backend.close()));
    },
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
