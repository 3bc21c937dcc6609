import { requestTimeoutMs } from "../config/request-timeout.ts";
import { isLocal, type Target } from "../config/target.ts";
import type { Backend } from "./backend.ts";
import type { LocalOptions } from "./embedded.ts";
import { interruptible, type StopSignals } from "./interruptible.ts";
import { openLocal } from "./local.ts";

export interface BackendOptions {
  /** The options for working on the data on this machine. */
  local: LocalOptions;
  /** Called for each request, with `--verbose`; never sees a header or a body, which may hold secrets. */
  trace: ((line: string) => void) | undefined;
  /** Emits the signals that interrupt a change; undefined for commands that make none. */
  signals: StopSignals | undefined;
  /** How long to wait for a server on the network, if shorter than usual. */
  patienceMs?: number;
}

async function open(
  target: Target,
  { local, signals, patienceMs }: BackendOptions,
): Promise<Backend> {
  if (isLocal(target)) return openLocal(local);
  const { server } = target;
  const { openRemote } = await import("./remote.ts");
  const timeoutMs = patienceMs ?? requestTimeoutMs(local.env);
  const remote = openRemote(server, { timeoutMs });
  return signals ? interruptible(remote, server, signals) : remote;
}

/** Opens the connection to a target's server. @throws CliError */
export async function openBackend(target: Target, options: BackendOptions): Promise<Backend> {
  const backend = await open(target, options);
  const { trace } = options;
  if (!trace) return backend;
  return {
    async send(request, accessToken) {
      const start = performance.now();
      const told = (result: string) => {
        const tookMs = Math.round(performance.now() - start);
        trace(`${request.method} ${target.server} ${request.path} ${result} (${tookMs} ms)`);
      };
      try {
        const answer = await backend.send(request, accessToken);
        told(String(answer.status));
        return answer;
      } catch (error) {
        told("failed");
        throw error;
      }
    },
    close: () => backend.close(),
  };
}
