import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";
import { errorCode } from "../error-code.ts";

// These calls are synchronous: the answers are in no file on a disk, and a promise would take
// longer.

/** Distinguishes one process from all others, as far as the system allows it. */
export interface ProcessIdentity {
  pid: number;
  /**
   * The scope in which the number means this process: on Linux this boot and this container (its
   * process namespace), elsewhere the machine's name.
   */
  place: string;
  /** The start time in ticks since boot, because numbers are reused. Null where it isn't known. */
  startTicks: string | null;
}

/**
 * - `running`, `ended`: known for certain. - `unknown`: the process can't be seen from here, or
 * another one may have its number by now.
 */
export type ProcessState = "running" | "ended" | "unknown";

const isLinux = process.platform === "linux";

/** Null for a process that has ended, or that hasn't been waited for. */
function startTicksOf(pid: number): string | null {
  let stat: string;
  try {
    stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  } catch (error) {
    if (["ENOENT", "ESRCH"].includes(errorCode(error) ?? "")) return null;
    throw error;
  }
  // The second field is the program's name in parentheses and may contain spaces. After it come the
  // state (third) and the start time (22nd), see proc(5).
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
    // A sandbox hides these files; the machine's name and the heartbeat have to do.
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
    // EPERM means that the process exists and belongs to another user.
    return errorCode(error) !== "ESRCH";
  }
}

/** The present state of a process that once had this identity. */
export function processState(identity: ProcessIdentity): ProcessState {
  const { pid, place, startTicks } = identity;
  if (place !== ownPlace()) return "unknown";
  if (!hasProcess(pid)) return "ended";
  if (startTicks === null) return "unknown";
  return startTicksOf(pid) === startTicks ? "running" : "ended";
}
