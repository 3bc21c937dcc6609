import { acquireLock, errorCode, LockHeld, makePrivateFolder } from "@outlay/files";
import { CliError } from "../errors/cli-error.ts";

// Longer than any request that is made under a lock may take.
const patienceMs = 100_000;

async function acquire(folder: string, name: string) {
  try {
    await makePrivateFolder(folder);
    return await acquireLock({ folder, name, label: "outlay", patienceMs });
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
  work: () => Promise<Result>,
): Promise<Result> {
  const lock = await acquire(folder, name);
  try {
    return await work();
  } finally {
    await lock.release();
  }
}
