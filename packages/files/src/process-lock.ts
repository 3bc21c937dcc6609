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
 */
import { link, readdir, readFile, rm, stat, truncate, utimes } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { errorCode, unlessMissing } from "./error-code.ts";
import {
  ownIdentity,
  type ProcessIdentity,
  type ProcessState,
  processState,
} from "./process-identity.ts";
import {
  removeAbandonedTemporaries,
  replaceFile,
  temporaryName,
  writePrivateFile,
} from "./replace-file.ts";

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
  release(): Promise<void>;
}

export interface LockRequest {
  folder: string;
  name: string;
  label: string;
  /** How long to wait for another owner before giving up; more than `silenceMs` where it may be unseen. */
  patienceMs: number;
}

const pollMs = 20;
const heartbeatMs = 1000;
/** An owner that can't be seen and hasn't touched its file for so long is taken for dead. */
const silenceMs = 8000;
const nanosecondsPerMs = 1_000_000n;

const lockPath = (folder: string, name: string, number: number) =>
  join(folder, `${name}.${number}.lock`);

async function lockNumbers(folder: string, name: string): Promise<number[]> {
  const pattern = new RegExp(`^${name}\\.(\\d+)\\.lock$`);
  const entries = await readdir(folder);
  const numbers = entries.flatMap((entry) => pattern.exec(entry)?.[1] ?? []).map(Number);
  return numbers.toSorted((a, b) => b - a);
}

interface Holder {
  owner: LockOwner;
  /** When the owner last touched its file, by the file system's clock. */
  heartbeat: bigint;
}

/** Nobody that can be seen: its lock is free once it has been silent for long enough. */
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
    // Another version wrote it, or the disk did.
    return unreadableOwner;
  }
}

/** Who holds the lock by the file with this number; undefined if it was released. */
async function readHolder(path: string): Promise<Holder | undefined> {
  try {
    const [text, { mtimeNs }] = await Promise.all([
      readFile(path, "utf8"),
      stat(path, { bigint: true }),
    ]);
    return text === "" ? undefined : { owner: parseOwner(text), heartbeat: mtimeNs };
  } catch (error) {
    // Gone since it was listed: a higher number has taken its place.
    if (errorCode(error) === "ENOENT") return undefined;
    throw error;
  }
}

/** A lock that isn't free, as one sees it who doesn't want it. */
export interface SeenLock {
  owner: LockOwner;
  state: ProcessState;
  /** When the owner last showed that it lives. */
  seenAt: Date;
}

/** Looks at a lock without taking it; undefined if it is free. A folder that isn't there has none. */
export async function lookAtLock(folder: string, name: string): Promise<SeenLock | undefined> {
  const [highest] = (await lockNumbers(folder, name).catch(unlessMissing)) ?? [];
  if (highest === undefined) return undefined;
  const holder = await readHolder(lockPath(folder, name, highest));
  if (!holder) return undefined;
  const { owner, heartbeat } = holder;
  const seenAt = new Date(Number(heartbeat / nanosecondsPerMs));
  return { owner, state: await processState(owner), seenAt };
}

/** Where the lock's owner can be asked, if it runs on this machine and serves others. */
export async function lockOwnerUrl(folder: string, name: string): Promise<string | undefined> {
  const lock = await lookAtLock(folder, name);
  if (!lock?.owner.url || lock.state === "ended") return undefined;
  // The address of a process that isn't seen here could by now be anybody's, here.
  return lock.owner.place === (await ownIdentity()).place ? lock.owner.url : undefined;
}

/** Takes `number` if nobody has it and no higher one appeared meanwhile. */
async function claim(request: LockRequest, number: number, owner: LockOwner): Promise<boolean> {
  const { folder, name } = request;
  const path = lockPath(folder, name, number);
  const temporary = temporaryName(path);
  try {
    await writePrivateFile(temporary, (file) => file.writeFile(JSON.stringify(owner)));
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
  await removeAbandonedTemporaries(folder, (await stat(path)).mtimeMs);
  return true;
}

function heldLock({ folder, name }: LockRequest, number: number, owner: LockOwner): ProcessLock {
  const path = lockPath(folder, name, number);
  const heartbeat = setInterval(() => {
    const now = new Date();
    // A beat that fails is missed; if the folder is gone for good, writing will say so.
    utimes(path, now, now).catch(() => undefined);
  }, heartbeatMs);
  heartbeat.unref();
  return {
    announce: (url) =>
      replaceFile(path, (file) => file.writeFile(JSON.stringify({ ...owner, url }))),
    isHeld: async () => (await lockNumbers(folder, name))[0] === number,
    async release() {
      clearInterval(heartbeat);
      await truncate(path, 0).catch((error: unknown) => {
        // Taken over and cleared away, or gone with its folder: free in any case.
        if (errorCode(error) !== "ENOENT") throw error;
      });
    },
  };
}

/** Watches owners that can't be seen: whether they still touch their files. */
function silenceWatch(): (number: number, heartbeat: bigint) => boolean {
  let watched = "";
  let since = 0;
  return (number, heartbeat) => {
    const current = `${number} ${heartbeat}`;
    if (current !== watched) {
      watched = current;
      since = performance.now();
    }
    return performance.now() - since >= silenceMs;
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
  const isSilent = silenceWatch();
  for (;;) {
    const [highest = 0] = await lockNumbers(folder, name);
    const holder = highest > 0 ? await readHolder(lockPath(folder, name, highest)) : undefined;
    const state = holder ? await processState(holder.owner) : "ended";
    const isFree =
      !holder || state === "ended" || (state === "unknown" && isSilent(highest, holder.heartbeat));
    if (isFree) {
      if (await claim(request, highest + 1, owner)) return heldLock(request, highest + 1, owner);
      continue;
    }
    const canBeAsked = holder.owner.url !== null && holder.owner.place === owner.place;
    if (canBeAsked || performance.now() >= deadline) throw new LockHeld(holder.owner, canBeAsked);
    await pause(pollMs * (0.5 + Math.random()));
  }
}
