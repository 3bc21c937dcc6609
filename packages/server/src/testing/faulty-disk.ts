/** The real file system, but for what is told to fail. */
import type { FileHandle } from "node:fs/promises";
import { type FileSystem, nodeFileSystem } from "@outlay/files";

/** How a step fails: with a code of the system's, or by writing half of what it was given and then failing. */
export interface Fault {
  code: string;
  isShortWrite?: boolean;
  /** What happens just before, once the step has had its effect on what others see. */
  before?: () => Promise<void>;
}

export interface FaultyDisk {
  fs: FileSystem;
  /** The steps since the last `fail`, as `sync`, `rename`, `write`. */
  steps: string[];
  /** Lets the steps with these numbers, counted from now, fail; no numbers: all go well. */
  fail: (isFaulty: (step: number, name: string) => boolean, fault?: Fault) => void;
  /** Is told of each step of a file just before it is made, and waited for. */
  watch: (onStep: (name: string) => Promise<void>) => void;
}

const handleSteps = new Set(["write", "sync", "datasync", "truncate", "chmod"]);

const passed = async (_name: string): Promise<void> => undefined;

/** All goes well. */
const none = (_step: number, _name: string): boolean => false;

export function faultyDisk(): FaultyDisk {
  let isFaulty = none;
  let fault: Fault = { code: "EIO" };
  let steps: string[] = [];
  let onStep = passed;

  const isNextFaulty = (name: string): boolean => {
    const step = steps.push(name) - 1;
    return isFaulty(step, name);
  };
  const failure = (name: string) =>
    Object.assign(new Error(`${fault.code}: ${name}`), { code: fault.code });

  const step = <Args extends unknown[], Result>(
    name: string,
    work: (...args: Args) => Promise<Result>,
  ) => {
    return async (...args: Args): Promise<Result> => {
      if (isNextFaulty(name)) throw failure(name);
      return work(...args);
    };
  };

  const faultyHandle = (handle: FileHandle): FileHandle =>
    new Proxy(handle, {
      get(target, property) {
        const value: unknown = Reflect.get(target, property, target);
        if (typeof value !== "function") return value;
        const method = value.bind(target) as (...args: unknown[]) => Promise<unknown>;
        if (typeof property !== "string" || !handleSteps.has(property)) return method;
        return async (...args: unknown[]) => {
          await onStep(property);
          if (!isNextFaulty(property)) return method(...args);
          if (property === "write" && fault.isShortWrite) {
            const [bytes, , , position] = args as [Buffer, number, number, number | null];
            await target.write(bytes, 0, Math.floor(bytes.length / 2), position);
          }
          if (fault.before) {
            await method(...args);
            await fault.before();
          }
          throw failure(property);
        };
      },
    });

  const { link, open, readdir, rename, rm, stat, statfs } = nodeFileSystem;
  return {
    // The overloads of Node's own functions can't be written again one by one.
    fs: {
      link: step("link", link),
      open: step("open", async (...args: Parameters<typeof open>) =>
        faultyHandle(await open(...args)),
      ),
      readdir: step("readdir", readdir as (...args: unknown[]) => Promise<unknown>),
      rename: step("rename", rename),
      rm: step("rm", rm),
      stat: step("stat", stat as (...args: unknown[]) => Promise<unknown>),
      statfs: step("statfs", statfs as (...args: unknown[]) => Promise<unknown>),
    } as FileSystem,
    get steps() {
      return steps;
    },
    watch(how) {
      onStep = how;
    },
    fail(when, how = { code: "EIO" }) {
      isFaulty = when;
      fault = how;
      steps = [];
    },
  };
}
