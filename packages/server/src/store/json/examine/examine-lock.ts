import { commandLine, lookAtLock, NoPlainFile, type SeenLock } from "@outlay/files";
import { type Check, checkOf } from "@outlay/shared";
import type { ExamineOptions } from "./examine-options.ts";
import { writerLock } from "../folder/folder-lock.ts";

const { ok, note, fault } = checkOf("lock");

/** A living owner touches its lock every second. */
const silentAfterMs = 60_000;

function heldCheck({ owner, state, seenAt }: SeenLock, now: Date): Check {
  const { pid, label, host, url } = owner;
  const who = `process ${pid} (${label}) on ${host}`;
  if (state === "ended") {
    return note(`Left by ${who}, which has ended.`, "It delays nobody. There is nothing to do.");
  }
  const held = `Held by ${who}${url === null ? "" : `, which serves at ${url}`}`;
  const silence = `it last gave a sign of life at ${seenAt.toISOString()}`;
  if (now.getTime() - seenAt.getTime() < silentAfterMs) {
    return ok(
      state === "running" ? `${held}.` : `${held}; it can't be seen from here, but it is alive.`,
    );
  }
  return state === "running"
    ? note(
        `${held}; ${silence}.`,
        `If it hangs, nothing else can write; stop it with: ${commandLine("kill", String(pid))}`,
      )
    : note(
        `${held}; it can't be seen from here, and ${silence}.`,
        "The next change waits eight seconds for it and then continues. There is nothing to do.",
      );
}

/** Shows which process is writing, if any. */
export async function examineLock({ folder, clock }: ExamineOptions): Promise<Check[]> {
  const lock = await lookAtLock(folder, writerLock).catch((error: unknown) => {
    if (error instanceof NoPlainFile) return error;
    throw error;
  });
  if (lock instanceof NoPlainFile) {
    const { path, what } = lock;
    return [fault(`${path} is ${what}, not a file.`, "Move it away: it doesn't belong to Outlay.")];
  }
  return [lock ? heldCheck(lock, clock()) : ok("Free; nobody is writing.")];
}
