/** Reads a lock's files: who holds the lock, and whether the holder can be asked. */
import { readFileSync, statSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { errorCode, unlessMissing } from "../error-code.ts";
import { noPlainFile } from "../replacing/no-plain-file.ts";
import {
  ownIdentity,
  type ProcessIdentity,
  type ProcessState,
  processState,
} from "./process-identity.ts";

export interface LockOwner extends ProcessIdentity {
  host: string;
  /** A description of the owner for people: `outlay add`. */
  label: string;
  /** The address at which the owner can be asked instead, if it serves others. */
  url: string | null;
}

/** An owner that can't be seen is considered dead once it hasn't touched its file for this long. */
export const silenceMs = 8000;
const nanosecondsPerMs = 1_000_000n;

export const lockPath = (folder: string, name: string, number: number) =>
  join(folder, `${name}.${number}.lock`);

/**
 * @throws NoPlainFile where something else has a lock's name, and whatever the file system throws
 */
export async function lockNumbers(folder: string, name: string): Promise<number[]> {
  const pattern = new RegExp(`^${name}\\.(\\d+)\\.lock$`);
  const numbers: number[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const number = pattern.exec(entry.name)?.[1];
    if (number === undefined) continue;
    // Reading a pipe would block, and a folder can't say who owns the lock.
    if (!entry.isFile()) throw noPlainFile(join(folder, entry.name), entry);
    numbers.push(Number(number));
  }
  return numbers.toSorted((a, b) => b - a);
}

export interface Holder {
  owner: LockOwner;
  /** The time when the owner last touched its file, by the file system's clock. */
  heartbeat: bigint;
}

/** An owner that can't be identified: its lock is free once it has been silent for long enough. */
const unreadableOwner: LockOwner = {
  pid: 0,
  place: "",
  startTicks: null,
  host: "an unknown machine",
  label: "its lock can't be read",
  url: null,
};

function isOwner(value: unknown): value is LockOwner {
  if (typeof value !== "object" || value === null) return false;
  const { pid, place, startTicks, host, label, url } = value as Record<string, unknown>;
  const areTexts = [place, host, label, startTicks ?? "", url ?? ""].every(
    (text) => typeof text === "string",
  );
  return areTexts && Number.isSafeInteger(pid);
}

function parseOwner(text: string): LockOwner {
  try {
    const value: unknown = JSON.parse(text);
    return isOwner(value) ? value : unreadableOwner;
  } catch {
    // Written by another version, or damaged on the disk.
    return unreadableOwner;
  }
}

/**
 * Returns the holder of the lock according to the file with this number; undefined if it was
 * released.
 */
export function readHolder(path: string): Holder | undefined {
  try {
    const text = readFileSync(path, "utf8");
    const { mtimeNs } = statSync(path, { bigint: true });
    return text === "" ? undefined : { owner: parseOwner(text), heartbeat: mtimeNs };
  } catch (error) {
    // Removed since it was listed: a higher number has replaced it.
    if (errorCode(error) === "ENOENT") return undefined;
    throw error;
  }
}

/** A lock that isn't free, as seen by a process that doesn't want it. */
export interface SeenLock {
  owner: LockOwner;
  state: ProcessState;
  /** The time of the owner's last sign of life. */
  seenAt: Date;
}

export const seenLock = ({ owner, heartbeat }: Holder, state: ProcessState): SeenLock => ({
  owner,
  state,
  seenAt: new Date(Number(heartbeat / nanosecondsPerMs)),
});

/**
 * Whether the owner can be asked at its address. If its process can't be seen from here or may have
 * ended, the address could belong to anybody by now.
 */
export function isServing({ owner, state, seenAt }: SeenLock, own: ProcessIdentity): boolean {
  if (owner.url === null || owner.place !== own.place) return false;
  const hasShownLife = Date.now() - seenAt.getTime() < silenceMs;
  return state === "running" || (state === "unknown" && hasShownLife);
}

/** Looks at a lock without taking it; undefined if the lock is free or the folder doesn't exist. */
export async function lookAtLock(folder: string, name: string): Promise<SeenLock | undefined> {
  const [highest] = (await lockNumbers(folder, name).catch(unlessMissing)) ?? [];
  if (highest === undefined) return undefined;
  const holder = readHolder(lockPath(folder, name, highest));
  if (!holder) return undefined;
  return seenLock(holder, processState(holder.owner));
}

/** The address of the lock's owner, if it runs on this machine and serves others. */
export async function lockOwnerUrl(folder: string, name: string): Promise<string | undefined> {
  const lock = await lookAtLock(folder, name);
  if (!lock || !isServing(lock, ownIdentity())) return undefined;
  return lock.owner.url ?? undefined;
}
