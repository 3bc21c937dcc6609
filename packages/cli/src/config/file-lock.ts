import {
  acquireLock,
  errorCode,
  LockHeld,
  makePrivateFolder,
  NoHardLinks,
  type ProcessLock,
} from "@outlay/files";
import { CliError } from "../errors/cli-error.ts";

// Longer than any request made under a lock may take.
const patienceMs = 100_000;

interface FileLockOptions {
  /**
   * Undoes what a former owner, taken for dead although it was not, may still do; it may run in another
   * container.
   */
  fence?: () => Promise<void>;
  /** The silence after which an owner that can't be seen is taken for dead, if it differs from the default. */
  silenceMs?: number | undefined;
}

async function acquire(folder: string, name: string, options: FileLockOptions) {
  try {
    await makePrivateFolder(folder);
    return await acquireLock({ folder, name, label: "outlay", patienceMs, ...options });
  } catch (error) {
    if (error instanceof LockHeld) {
      throw new CliError(
        "storage_unavailable",
        `The lock ${name} in ${folder} is ${error.message}.`,
        {
          hint: `If that process hangs, end it: kill ${error.owner.pid}`,
        },
      );
    }
    if (error instanceof NoHardLinks) {
      const message = `${folder} is on a file system without hard links, which Outlay needs for its locks.`;
      throw new CliError("storage_unavailable", message, {
        hint: "Nothing was changed. Set OUTLAY_HOME to a folder on another file system.",
        cause: error,
      });
    }
    const code = errorCode(error);
    if (code === undefined) throw error;
    const isFull = code === "ENOSPC" || code === "EDQUOT";
    throw new CliError(
      isFull ? "storage_full" : "storage_unavailable",
      `${folder} can't be written (${code}).`,
      { cause: error },
    );
  }
}

/** Lets one process at a time do the work of this name. @throws CliError */
export async function withFileLock<Result>(
  folder: string,
  name: string,
  work: (lock: ProcessLock) => Promise<Result>,
  options: FileLockOptions = {},
): Promise<Result> {
  const lock = await acquire(folder, name, options);
  try {
    return await work(lock);
  } finally {
    await lock.release();
  }
}
