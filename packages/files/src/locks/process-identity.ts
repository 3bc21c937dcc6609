import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";
import { errorCode } from "../error-code.ts";

// What the system tells of processes is asked for at once: it is in no file on a disk, and a promise takes longer.

/** Tells one process from all others, as far as the system lets it. */
export interface ProcessIdentity {
  pid: number;
  /**
   * Where the number means this process: on Linux this boot and this container (its process
   * namespace), elsewhere the machine's name.
   */
  place: string;
  /** When it started, in ticks since boot: numbers are given again. Null where that isn't known. */
  startTicks: string | null;
}

/**
 * - `running`, `ended`: seen for certain.
 * - `unknown`: it can't be seen from here, or another process may have its number by now.
 */
export type ProcessState = "running" | "ended" | "unknown";

const isLinux = process.platform === "linux";

/** Null for a process that has ended, or hasn't been waited for. */
function startTicksOf(pid: number): string | null {
  let stat: string;
  try {
    stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  } catch (error) {
    if (["ENOENT", "ESRCH"].includes(errorCode(error) ?? "")) return null;
    throw error;
  }
  // The second field is the program's name in parentheses and may hold spaces; behind it come the
  // state, third, and the start time, 22nd (proc(5)).
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const [state, startTicks] = [fields[0], fields[19]];
  return state === "Z" || state === "X" ? null : (startTicks ?? null);
}

function ownPlace(): string {
  if (!isLinux) return hostname();
  try {
    const bootId = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    return `${bootId} ${readlinkSync("/proc/self/ns/pid")}`;
  } catch {
    // A sandbox that hides them; the machine's name and the heartbeat must do then.
    return hostname();
  }
}

export function ownIdentity(): ProcessIdentity {
  const startTicks = isLinux ? startTicksOf(process.pid) : null;
  return { pid: process.pid, place: ownPlace(), startTicks };
}

function hasProcess(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it is there and belongs to somebody else.
    return errorCode(error) !== "ESRCH";
  }
}

/** What has become of a process that once had this identity. */
export function processState(identity: ProcessIdentity): ProcessState {
  const { pid, place, startTicks } = identity;
  if (place !== ownPlace()) return "unknown";
  if (!hasProcess(pid)) return "ended";
  if (startTicks === null) return "unknown";
  return startTicksOf(pid) === startTicks ? "running" : "ended";
}
