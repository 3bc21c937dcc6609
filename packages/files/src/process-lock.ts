/**
 * A lock between processes that a killed owner can't leave behind.
 *
 * Node has no `flock`, and a single lock file can't be taken over safely: between "its owner is dead"
 * and "so I replace it", another process may have replaced it already. So each holder makes a file of
 * its own with the next number, `NAME.7.lock`, by a hard link, which fails if the number is taken. The
 * highest number is the lock; whoever holds it removes the lower ones but never its own, so numbers
 * only grow. A holder that comes late, with a number that was high when it looked, sees a higher one
 * when it looks again and steps back. Released means emptied, not removed.
 */
import { link, readdir, readFile, rename, rm, truncate } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { isRunning, ownIdentity, type ProcessIdentity } from "./process-identity.ts";
import { temporaryName, writePrivateFile } from "./replace-file.ts";
import { errorCode } from "./error-code.ts";

export interface LockOwner extends ProcessIdentity {
  host: string;
  /** What the owner is, for people: `outlay add`. */
  label: string;
  /** Where the owner can be asked instead, if it serves others. */
  url: string | null;
}

/** Another process holds the lock and did not let go in time. */
export class LockHeld extends Error {
  readonly owner: LockOwner;

  constructor(owner: LockOwner) {
    super(`held by process ${owner.pid} (${owner.label}) on ${owner.host}`);
    this.name = "LockHeld";
    this.owner = owner;
  }
}

export interface ProcessLock {
  /** Tells others where this owner can be asked. */
  announce(url: string): Promise<void>;
  release(): Promise<void>;
}

export interface LockRequest {
  folder: string;
  name: string;
  label: string;
  /** How long to wait for another owner before giving up. */
  patienceMs: number;
}

const pollMs = 20;

const lockPath = (folder: string, name: string, number: number) =>
  join(folder, `${name}.${number}.lock`);

async function lockNumbers(folder: string, name: string): Promise<number[]> {
  const pattern = new RegExp(`^${name}\\.(\\d+)\\.lock$`);
  const entries = await readdir(folder);
  const numbers = entries.flatMap((entry) => pattern.exec(entry)?.[1] ?? []).map(Number);
  return numbers.toSorted((a, b) => b - a);
}

async function readOwner(path: string): Promise<LockOwner | undefined> {
  try {
    const text = await readFile(path, "utf8");
    return text === "" ? undefined : (JSON.parse(text) as LockOwner);
  } catch (error) {
    // Gone since it was listed: a higher number has taken its place.
    if (errorCode(error) === "ENOENT") return undefined;
    throw error;
  }
}

async function isAlive(owner: LockOwner): Promise<boolean> {
  // Processes of another machine can't be seen from here; better to wait than to have two writers.
  return owner.host !== hostname() || (await isRunning(owner));
}

/** Who holds the lock now, if anybody that still runs does. */
export async function lockOwner(folder: string, name: string): Promise<LockOwner | undefined> {
  const [highest] = await lockNumbers(folder, name).catch((error: unknown) => {
    if (errorCode(error) === "ENOENT") return [];
    throw error;
  });
  if (highest === undefined) return undefined;
  const owner = await readOwner(lockPath(folder, name, highest));
  return owner && (await isAlive(owner)) ? owner : undefined;
}

async function writeOwner(path: string, owner: LockOwner): Promise<string> {
  const temporary = temporaryName(path);
  await writePrivateFile(temporary, (file) => file.writeFile(JSON.stringify(owner)));
  return temporary;
}

/** Takes `number` if nobody has it and no higher one appeared meanwhile. */
async function claim(request: LockRequest, number: number, owner: LockOwner): Promise<boolean> {
  const { folder, name } = request;
  const path = lockPath(folder, name, number);
  const temporary = await writeOwner(path, owner);
  try {
    await link(temporary, path);
  } catch (error) {
    if (errorCode(error) === "EEXIST") return false;
    throw error;
  } finally {
    await rm(temporary, { force: true });
  }
  const [highest, ...lower] = await lockNumbers(folder, name);
  if (highest !== number) {
    await rm(path, { force: true });
    return false;
  }
  await Promise.all(lower.map((old) => rm(lockPath(folder, name, old), { force: true })));
  return true;
}

function heldLock(path: string, owner: LockOwner): ProcessLock {
  return {
    async announce(url) {
      await rename(await writeOwner(path, { ...owner, url }), path);
    },
    async release() {
      await truncate(path, 0);
    },
  };
}

/**
 * Waits for the lock and takes it. The folder must exist.
 * @throws LockHeld when another process keeps it for longer than `patienceMs`, or at once if that
 * process serves others.
 */
export async function acquireLock(request: LockRequest): Promise<ProcessLock> {
  const { folder, name, label, patienceMs } = request;
  const owner: LockOwner = { ...(await ownIdentity()), host: hostname(), label, url: null };
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const [highest = 0] = await lockNumbers(folder, name);
    const other = highest > 0 ? await readOwner(lockPath(folder, name, highest)) : undefined;
    if (!other || !(await isAlive(other))) {
      if (await claim(request, highest + 1, owner)) {
        return heldLock(lockPath(folder, name, highest + 1), owner);
      }
      continue;
    }
    if (other.url !== null || performance.now() >= deadline) throw new LockHeld(other);
    await pause(pollMs * (0.5 + Math.random()));
  }
}
