/**
 * A lock between processes that a killed owner can't leave behind.
 *
 * Node has no `flock`, and a single lock file can't be taken over safely: between "its owner is dead"
 * and "so I replace it", another process may have replaced it already. So each holder makes a file of
 * its own with the next number, `NAME.7.lock`, by a hard link, which fails if the number is taken. The
 * highest number is the lock; whoever holds it removes the lower ones but never its own, so numbers
 * only grow. A holder that comes late, with a number that was high when it looked, sees a higher one
 * when it looks again and steps back. Released means emptied, not removed.
 *
 * An owner on this machine is seen to run or to have ended. One that can't be seen, in another
 * container or on another machine, shows that it lives by touching its file every second.
 *
 * An owner that was taken for dead may only have been stalled, anywhere between its last look at the lock and its next
 * step. Whoever takes over from one that can't be seen therefore first makes that step harmless (`fence`), and the
 * files of the former owners stay until that is done: whoever comes after a taker that died meanwhile does it again.
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

/** Another process holds the lock and did not let go in time. */
export class LockHeld extends Error {
  readonly owner: LockOwner;
  /** The owner runs here and serves others: it can be asked instead. */
  readonly canBeAsked: boolean;

  constructor(owner: LockOwner, canBeAsked: boolean) {
    super(`held by process ${owner.pid} (${owner.label}) on ${owner.host}`);
    this.name = "LockHeld";
    this.owner = owner;
    this.canBeAsked = canBeAsked;
  }
}

export interface ProcessLock {
  /** Tells others where this owner can be asked; null, that it no longer can. */
  announce(url: string | null): Promise<void>;
  /** False if another process took the lock because this one seemed dead, as when it was suspended. */
  isHeld(): Promise<boolean>;
  /**
   * Takes it again where its file was removed, perhaps with the folder, and nobody else has taken it since. False if
   * somebody has.
   */
  retake(): Promise<boolean>;
  release(): Promise<void>;
}

export interface LockRequest {
  folder: string;
  name: string;
  label: string;
  /** How long to wait for another owner before giving up; more than `silenceMs` where it may be unseen. */
  patienceMs: number;
  /** After which silence an owner that can't be seen is taken for dead, where that is another than usual. */
  silenceMs?: number | undefined;
  /** Whether the owner shows that it lives from a thread of its own: for one that does much else meanwhile. */
  beatsApart?: boolean | undefined;
  /** Makes harmless what a former owner that can't be seen would do next, should it only have been stalled. */
  fence?: () => Promise<void>;
  fs?: Pick<FileSystem, "link">;
}

const pollMs = 20;

/** Whether its owner may go on one day, since it can't be seen to have ended. */
function mayBeStalled(path: string): boolean {
  const holder = readHolder(path);
  return holder !== undefined && processState(holder.owner) === "unknown";
}

/** Makes a holder's file; false if there is one with that number. */
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

/** Takes `number` if nobody has it and no higher one appeared meanwhile. @throws what fencing off throws */
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
    // The lock is the former owner's again, and free once that has been silent for as long again.
    await rm(path, { force: true });
    throw error;
  }
  return heldLock(request, number, owner, stopHeartbeat);
}

/** Takes `number` once more if no other is there, not even one that was released: whoever had that may have written. */
async function claimAgain(
  { folder, name, fs }: LockRequest,
  number: number,
  owner: LockOwner,
): Promise<boolean> {
  const path = lockPath(folder, name, number);
  await makePrivateFolder(folder).catch((error: unknown) => {
    // Where something else is in its place, the look into it says so.
    if (errorCode(error) !== "EEXIST") throw error;
  });
  if ((await lockNumbers(folder, name)).length > 0 || !(await makeLockFile(path, owner, fs))) {
    return false;
  }
  // Where two come at once, the one that looks last sees the other's file.
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
      // One that was taken over is the taker's to clear away, once it has fenced this process off.
      if (!(await isHeld())) return;
      await truncate(path, 0).catch((error: unknown) => {
        // Taken over and cleared away, or gone with its folder: free in any case.
        if (errorCode(error) !== "ENOENT") throw error;
      });
    },
  };
}

/** Watches owners that can't be seen: whether they still touch their files. */
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
 * @throws LockHeld when another process keeps it for longer than `patienceMs`, or at once if that
 * process serves others; NoHardLinks, and what the file system throws
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
