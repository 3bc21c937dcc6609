/** Runs functions in a separate process, so that its memory and its pauses are theirs alone. */
import { type ChildProcess, fork } from "node:child_process";

// Parameters of any kind: the type of the whole says what can be called.
type Jobs = Record<string, (...args: never[]) => unknown>;

interface Call {
  name: string;
  args: never[];
}

type Answer = { value: unknown } | { error: string };

/** Answers the calls of the parent process, one after the other. */
export function serveJobs(jobs: Jobs): void {
  const answer = async ({ name, args }: Call): Promise<Answer> => {
    try {
      return { value: await jobs[name]?.(...args) };
    } catch (error) {
      return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    }
  };
  process.on("message", (call: Call) => {
    answer(call)
      .then((message) => process.send?.(message))
      .catch(() => process.exit(1));
  });
  // The parent process has ended.
  process.on("disconnect", () => process.exit());
}

export interface Remote<Served extends Jobs> {
  /** One call at a time. */
  call<Name extends keyof Served & string>(
    name: Name,
    ...args: Parameters<Served[Name]>
  ): Promise<Awaited<ReturnType<Served[Name]>>>;
  stop(): Promise<void>;
}

const ended = (child: ChildProcess) =>
  child.exitCode === null && child.signalCode === null
    ? new Promise<void>((resolve) => child.once("exit", () => resolve()))
    : Promise.resolve();

/** @param script the path of a file that calls `serveJobs` */
export function startRemote<Served extends Jobs>(script: string): Remote<Served> {
  const child = fork(script, { serialization: "advanced" });

  const answered = () =>
    new Promise<Answer>((resolve, reject) => {
      const onExit = () => reject(new Error("A worker stopped before it answered."));
      child.once("exit", onExit);
      child.once("message", (message) => {
        child.off("exit", onExit);
        resolve(message as Answer);
      });
    });

  return {
    async call<Name extends keyof Served & string>(
      name: Name,
      ...args: Parameters<Served[Name]>
    ): Promise<Awaited<ReturnType<Served[Name]>>> {
      const answer = answered();
      child.send({ name, args });
      const result = await answer;
      if ("error" in result) throw new Error(result.error);
      return result.value as Awaited<ReturnType<Served[Name]>>;
    },
    async stop() {
      if (child.connected) child.disconnect();
      await ended(child);
    },
  };
}
