import { readFile } from "node:fs/promises";
import { errorCode } from "./error-code.ts";

/**
 * Tells one process from a later one with the same number: on Linux by boot and start time.
 * Elsewhere the number alone must do; undefined then, as for a process that has ended.
 */
async function startOf(pid: number): Promise<string | undefined> {
  if (process.platform !== "linux") return undefined;
  const [bootId, stat] = await Promise.all([
    readFile("/proc/sys/kernel/random/boot_id", "utf8"),
    readFile(`/proc/${pid}/stat`, "utf8"),
  ]);
  // The second field is the program's name in parentheses and may hold spaces; behind it come the
  // state, third, and the start time, 22nd (proc(5)).
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const [state, startTicks] = [fields[0], fields[19]];
  // A zombie has ended; its parent has only not asked how.
  return state === "Z" || state === "X" ? undefined : `${bootId.trim()}:${startTicks}`;
}

export interface ProcessIdentity {
  pid: number;
  startedAs: string | null;
}

export async function ownIdentity(): Promise<ProcessIdentity> {
  return { pid: process.pid, startedAs: (await startOf(process.pid)) ?? null };
}

/** Whether the process that once had this identity still runs. */
export async function isRunning({ pid, startedAs }: ProcessIdentity): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it is there and belongs to somebody else.
    if (errorCode(error) === "ESRCH") return false;
  }
  if (startedAs === null) return true;
  const start = await startOf(pid).catch((error: unknown) => {
    if (["ENOENT", "ESRCH"].includes(errorCode(error) ?? "")) return undefined;
    throw error;
  });
  return start === startedAs;
}
