/**
 * A lock between processes that a killed owner can't leave behind.
 *
 * Node has no `flock`, and a single lock file can't be taken over safely: between "its owner is
 * dead" and "so I replace it", another process may have replaced it already. So each holder creates
 * a file of its own with the next number, `NAME.7.lock`, by a hard link, which fails if the number
 * is taken. The highest number is the lock; its holder removes the lower ones but never its own, so
 * numbers only grow. A late holder, whose number was the highest when it looked, sees a higher one
 * when it looks again and steps back. A lock is released by emptying its file, not by removing it.
 *
 * An owner on this machine can be seen to run or to have ended. An owner that can't be seen, in
 * another container or on another machine, shows that it is alive by touching its file every second.
 *
 * An owner that is considered dead may only have been stalled, anywhere between its last look at the
 * lock and its next step. A process that takes over from an owner out of sight therefore first makes
 * that step harmless (`fence`), and keeps the files of former owners until that is done: if it dies
 * meanwhile, the next one does it again.
 */
import { rm, stat, truncate } from "node:fs/promises";
import { hostname } from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import { errorCode, unlessNoFolder } from "../error-code.ts";
import type { FileSystem } from "../file-system.ts";
import { hardLink } from "../replacing/hard-link.ts";
import { startHeartbeat } from "./heartbeat.ts";
import {
  isServing,
  type LockOwner,
  lockNumbers,
  lockPath,
  readHolder,
  seenLock,
  silenceMs,
} from "./lock-files.ts";
import { makePrivateFolder } from "../private/private-folder.ts";
import { ownIdentity, processState } from "./process-identity.ts";
import {
  removeAbandonedTemporaries,
  replaceFile,
  temporaryName,
  writePrivateFile,
} from "../replacing/replace-file.ts";

/** Another process holds the lock and did not release it in time. */
export class LockHeld extends Error {
  readonly owner: LockOwner;
  /** Whether the owner runs on this machine and serves others, so that it can be asked instead. */
  readonly canBeAsked: boolean;

  constructor(owner: LockOwner, canBeAsked: boolean) {
    super(`held by process ${owner.pid} (${owner.label}) on ${owner.host}`);
    this.name = "LockHeld";
    this.owner = owner;
    this.canBeAsked = canBeAsked;
  }
}

export interface ProcessLock {
  /** Tells others the address at which this owner can be asked; null when it no longer can be. */
  announce(url: string | null): Promise<void>;
  /** False if another process took the lock because this one seemed dead, for example while it was suspended. */
  isHeld(): Promise<boolean>;
  /**
   * Takes the lock again after its file was removed, perhaps with the folder. False if somebody else has taken it
   * since.
   */
  retake(): Promise<boolean>;
  release(): Promise<void>;
}

export interface LockRequest {
  folder: string;
  name: string;
  label: string;
  /** The time to wait for another owner before giving up; more than `silenceMs` if the owner may be out of sight. */
  patienceMs: number;
  /** The silence after which an owner out of sight is considered dead, if that differs from the default. */
  silenceMs?: number | undefined;
  /** Whether the owner beats in a thread of its own: for owners that do much else meanwhile. */
  beatsApart?: boolean | undefined;
  /** Makes the next step of a former owner out of sight harmless, in case it was only stalled. */
  fence?: () => Promise<void>;
  fs?: Pick<FileSystem, "link">;
}

const pollMs = 20;

/** Whether the file's owner may continue one day, because it can't be seen to have ended. */
function mayBeStalled(path: string): boolean {
  const holder = readHolder(path);
  return holder !== undefined && processState(holder.owner) === "unknown";
}

/** Creates a holder's file; false if that number is taken. */
async function makeLockFile(
  path: string,
  owner: LockOwner,
  fs: Pick<FileSystem, "link"> | undefined,
): Promise<boolean> {
  const temporary = temporaryName(path);
  try {
    await writePrivateFile(temporary, (file) => file.writeFile(JSON.stringify(owner)));
    await hardLink(temporary, path, fs);
    return true;
  } catch (error) {
    if (errorCode(error) === "EEXIST") return false;
    throw error;
  } finally {
    await rm(temporary, { force: true });
  }
}

/** Takes `number` if it is free and no higher one has appeared meanwhile. @throws whatever fencing off throws */
async function claim(
  request: LockRequest,
  number: number,
  owner: LockOwner,
): Promise<ProcessLock | undefined> {
  const { folder, name, fence, fs, beatsApart = false } = request;
  const path = lockPath(folder, name, number);
  if (!(await makeLockFile(path, owner, fs))) return undefined;
  const [highest, ...lower] = await lockNumbers(folder, name);
  if (highest !== number) {
    await rm(path, { force: true });
    return undefined;
  }
  const stopHeartbeat = await startHeartbeat({ path, isApart: beatsApart });
  const former = lower.map((old) => lockPath(folder, name, old));
  try {
    if (former.some(mayBeStalled)) await fence?.();
    await Promise.all(former.map((old) => rm(old, { force: true })));
    await removeAbandonedTemporaries(folder, (await stat(path)).mtimeMs);
  } catch (error) {
    await stopHeartbeat();
    // The lock belongs to the former owner again, and is free once that owner has been silent for as long again.
    await rm(path, { force: true });
    throw error;
  }
  return heldLock(request, number, owner, stopHeartbeat);
}

/** Takes `number` once more if there is no other, not even a released one: its holder may have written. */
async function claimAgain(
  { folder, name, fs }: LockRequest,
  number: number,
  owner: LockOwner,
): Promise<boolean> {
  const path = lockPath(folder, name, number);
  await makePrivateFolder(folder).catch((error: unknown) => {
    // If something else is in its place, looking into it reports that.
    if (errorCode(error) !== "EEXIST") throw error;
  });
  if ((await lockNumbers(folder, name)).length > 0 || !(await makeLockFile(path, owner, fs))) {
    return false;
  }
  // If two arrive at once, the one that looks last sees the other's file.
  if ((await lockNumbers(folder, name)).length === 1) return true;
  await rm(path, { force: true });
  return false;
}

function heldLock(
  request: LockRequest,
  number: number,
  owner: LockOwner,
  stopHeartbeat: () => void | Promise<void>,
): ProcessLock {
  const { folder, name } = request;
  const path = lockPath(folder, name, number);
  let announced: LockOwner = owner;
  const isHeld = async () =>
    (await lockNumbers(folder, name).catch(unlessNoFolder))?.[0] === number;
  return {
    announce: async (url) => {
      announced = { ...owner, url };
      await replaceFile(path, (file) => file.writeFile(JSON.stringify(announced)));
    },
    isHeld,
    retake: () => claimAgain(request, number, announced),
    async release() {
      await stopHeartbeat();
      // If the lock was taken over, the taker clears this file away once it has fenced this process off.
      if (!(await isHeld())) return;
      await truncate(path, 0).catch((error: unknown) => {
        // Taken over and cleared away, or removed with its folder: free in either case.
        if (errorCode(error) !== "ENOENT") throw error;
      });
    },
  };
}

/** Watches whether owners out of sight still touch their files. */
function silenceWatch(longMs: number): (number: number, heartbeat: bigint) => boolean {
  let watched = "";
  let since = 0;
  return (number, heartbeat) => {
    const current = `${number} ${heartbeat}`;
    if (current !== watched) {
      watched = current;
      since = performance.now();
    }
    return performance.now() - since >= longMs;
  };
}

/**
 * Waits for the lock and takes it. The folder must exist.
 * @throws LockHeld when another process keeps it for longer than `patienceMs`, or at once if that process serves
 * others; NoHardLinks, and whatever the file system throws
 */
export async function acquireLock(request: LockRequest): Promise<ProcessLock> {
  const { folder, name, label, patienceMs } = request;
  const owner: LockOwner = { ...ownIdentity(), host: hostname(), label, url: null };
  const deadline = performance.now() + patienceMs;
  const isSilent = silenceWatch(request.silenceMs ?? silenceMs);
  for (;;) {
    const [highest = 0] = await lockNumbers(folder, name);
    const holder = highest > 0 ? readHolder(lockPath(folder, name, highest)) : undefined;
    const state = holder ? processState(holder.owner) : "ended";
    const isFree =
      !holder || state === "ended" || (state === "unknown" && isSilent(highest, holder.heartbeat));
    if (isFree) {
      const lock = await claim(request, highest + 1, owner);
      if (lock) return lock;
      continue;
    }
    const isServer = isServing(seenLock(holder, state), owner);
    if (isServer || performance.now() >= deadline) throw new LockHeld(holder.owner, isServer);
    await pause(pollMs * (0.5 + Math.random()));
  }
}
