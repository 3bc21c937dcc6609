import { requestTimeoutMs } from "../config/request-timeout.ts";
import { type ApiAnswer, type ApiRequest, type Backend, headerOf, Unreachable } from "./backend.ts";
import type { LocalOptions } from "./embedded.ts";

// If a server starts or stops meanwhile, the request is sent again this often; one that keeps failing is not
// retried further.
const maxMoves = 5;

/**
 * Connects to the data on this machine: through the server that owns them, if one is running, otherwise
 * through the same application inside this process.
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

  /** Finds out again which process owns the data. */
  const lookAgain = async (): Promise<void> => {
    const found = await findServer(options);
    if (found === url) return;
    url = found;
    current = await open(url);
  };

  /** Returns undefined if ownership of the data changed before anything was done. */
  const sendOrMove = async (
    request: ApiRequest,
    accessToken: string | undefined,
  ): Promise<ApiAnswer | undefined> => {
    const before = current;
    try {
      const answer = await before.send(request, accessToken);
      // A 503 with this header means that a server has just taken the folder.
      if (answer.status !== 503 || headerOf(answer, "retry-after") !== "0") return answer;
      await lookAgain();
    } catch (error) {
      // A server that stopped before it was reached has left the folder to this process.
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
