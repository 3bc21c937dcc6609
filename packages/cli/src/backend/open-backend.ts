import type { Environment } from "../config/paths.ts";
import { isLocal, type Target } from "../config/target.ts";
import type { Backend } from "./backend.ts";
import { openLocal } from "./local.ts";

export interface BackendOptions {
  env: Environment;
  label: string;
  clock: () => Date;
  /** Where each request is told, with `--verbose`; never a header or a body, which hold secrets. */
  trace: ((line: string) => void) | undefined;
  /** Is told what the user should know and nobody asked for. */
  warn: (message: string) => void;
}

async function open(target: Target, { env, label, clock, trace, warn }: BackendOptions) {
  if (!isLocal(target)) return (await import("./remote.ts")).openRemote(target.server);
  const logFault = (error: unknown) =>
    trace?.(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return openLocal({ env, label, clock, logFault, report: warn });
}

/** The way to a target's server. @throws CliError */
export async function openBackend(target: Target, options: BackendOptions): Promise<Backend> {
  const backend = await open(target, options);
  const { trace } = options;
  if (!trace) return backend;
  return {
    async send(request, accessToken) {
      const start = performance.now();
      const answer = await backend.send(request, accessToken);
      const tookMs = Math.round(performance.now() - start);
      trace(`${request.method} ${target.server} ${request.path} ${answer.status} (${tookMs} ms)`);
      return answer;
    },
    close: () => backend.close(),
  };
}
