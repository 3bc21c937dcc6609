import { requestTimeoutMs } from "../config/request-timeout.ts";
import { type ApiAnswer, type ApiRequest, type Backend, headerOf, Unreachable } from "./backend.ts";
import type { LocalOptions } from "./embedded.ts";

// A server that starts or stops meanwhile is followed; one that does nothing else is not.
const maxMoves = 5;

/**
 * The data on this machine: through the server that owns them, if one runs, else by the same
 * application inside this process.
 * @throws CliError data_damaged, storage_unavailable, storage_full
 */
export async function openLocal(options: LocalOptions): Promise<Backend> {
  const { findServer, openInProcess } = await import("./embedded.ts");
  const timeoutMs = requestTimeoutMs(options.env);
  const opened: Backend[] = [];

  const open = async (url: string | undefined): Promise<Backend> => {
    const backend =
      url === undefined
        ? await openInProcess(options)
        : (await import("./remote.ts")).openRemote(url, { timeoutMs });
    opened.push(backend);
    return backend;
  };

  let url = await findServer(options);
  let current = await open(url);

  /** Finds out again who has the data. */
  const lookAgain = async (): Promise<void> => {
    const found = await findServer(options);
    if (found === url) return;
    url = found;
    current = await open(url);
  };

  /** Undefined where the data have gone to somebody else, or come to us, before anything was done. */
  const sendOrMove = async (
    request: ApiRequest,
    accessToken: string | undefined,
  ): Promise<ApiAnswer | undefined> => {
    const before = current;
    try {
      const answer = await before.send(request, accessToken);
      // Refused, because a server has just taken the folder.
      if (answer.status !== 503 || headerOf(answer, "retry-after") !== "0") return answer;
      await lookAgain();
    } catch (error) {
      // A server that stopped before it was reached has left the folder to us.
      if (!(error instanceof Unreachable) || !error.canBeRepeated) throw error;
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
