/** The real file system, except for steps that are made to fail. */
import type { FileHandle } from "node:fs/promises";
import { type FileSystem, nodeFileSystem } from "@outlay/files";

/**
 * The way in which a step fails: with a code of the system, or by writing half of its data and then
 * failing.
 */
export interface Fault {
  code: string;
  isShortWrite?: boolean;
  /** Runs just before the failure, once the step has had its visible effect. */
  before?: () => Promise<void>;
}

export interface FaultyDisk {
  fs: FileSystem;
  /** The steps since the last `fail`, as `sync`, `rename`, `write`. */
  steps: string[];
  /** Makes the steps with these numbers fail, counted from now; without numbers none fails. */
  fail: (isFaulty: (step: number, name: string) => boolean, fault?: Fault) => void;
  /** Is called before each step on a file, and awaited. */
  watch: (onStep: (name: string) => Promise<void>) => void;
}

const handleSteps = new Set(["write", "sync", "datasync", "truncate", "chmod"]);

const passed = async (_name: string): Promise<void> => undefined;

/** No step fails. */
const none = (_step: number, _name: string): boolean => false;

interface Faults {
  /** Whether the next step fails. */
  isNextFaulty: (name: string) => Promise<boolean>;
  /**
   * Has the fault's effect.
   * @throws always
   */
  fail: (name: string, handle: FileHandle, args: unknown[]) => Promise<never>;
}

function methodOf(handle: FileHandle, name: string | symbol) {
  const value: unknown = Reflect.get(handle, name, handle);
  return typeof value === "function"
    ? (value.bind(handle) as (...args: unknown[]) => Promise<unknown>)
    : undefined;
}

async function writeHalf(handle: FileHandle, args: unknown[]): Promise<void> {
  const [bytes, , , position] = args as [Buffer, number, number, number | null];
  await handle.write(bytes, 0, Math.floor(bytes.length / 2), position);
}

const faultyHandle = (handle: FileHandle, { isNextFaulty, fail }: Faults): FileHandle =>
  new Proxy(handle, {
    get(target, property) {
      const method = methodOf(target, property);
      if (!method) return Reflect.get(target, property, target) as unknown;
      if (typeof property !== "string" || !handleSteps.has(property)) return method;
      return async (...args: unknown[]) =>
        (await isNextFaulty(property)) ? fail(property, target, args) : method(...args);
    },
  });

const failureOf = ({ code }: Fault, name: string) =>
  Object.assign(new Error(`${code}: ${name}`), { code });

export function faultyDisk(): FaultyDisk {
  let isFaulty = none;
  let fault: Fault = { code: "EIO" };
  let steps: string[] = [];
  let onStep = passed;

  const isNextFaulty = (name: string): boolean => {
    const step = steps.push(name) - 1;
    return isFaulty(step, name);
  };
  const failure = (name: string) => failureOf(fault, name);
  const faults: Faults = {
    async isNextFaulty(name) {
      await onStep(name);
      return isNextFaulty(name);
    },
    async fail(name, handle, args) {
      if (name === "write" && fault.isShortWrite) await writeHalf(handle, args);
      if (fault.before) {
        await methodOf(handle, name)?.(...args);
        await fault.before();
      }
      throw failure(name);
    },
  };

  const step = <Args extends unknown[], Result>(
    name: string,
    work: (...args: Args) => Promise<Result>,
  ) => {
    return async (...args: Args): Promise<Result> =>
      isNextFaulty(name) ? Promise.reject(failure(name)) : work(...args);
  };

  const { link, open, readdir, rename, rm, stat, statfs } = nodeFileSystem;
  return {
    // The overloads of Node's own functions can't be repeated one by one.
    fs: {
      ...nodeFileSystem,
      link: step("link", link),
      open: step("open", async (...args: Parameters<typeof open>) =>
        faultyHandle(await open(...args), faults),
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
