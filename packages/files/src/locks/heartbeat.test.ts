import { statSync } from "node:fs";
import { stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { newFolder } from "@outlay/testing";
import { expect, it, onTestFinished, vi } from "vitest";
import { type HeartbeatOptions, startHeartbeat } from "./heartbeat.ts";

const longAgo = new Date("2020-01-01T00:00:00Z");

/** A file that was last touched long ago, with a heartbeat that touches it from now on. */
async function beating(options: Omit<HeartbeatOptions, "path">): Promise<string> {
  const path = join(await newFolder(), "file");
  await writeFile(path, "");
  await utimes(path, longAgo, longAgo);
  const stop = await startHeartbeat({ path, everyMs: 5, ...options });
  onTestFinished(stop);
  return path;
}

const isTouched = async (path: string) => (await stat(path)).mtimeMs > longAgo.getTime();

/**
 * Blocks this thread until something holds, for ten seconds at most.
 * @returns whether it came to hold
 */
function blockUntil(isSo: () => boolean): boolean {
  const pause = new Int32Array(new SharedArrayBuffer(4));
  for (let turn = 0; turn < 1000 && !isSo(); turn += 1) Atomics.wait(pause, 0, 0, 10);
  return isSo();
}

it("goes on while the process that keeps the lock is busy with something else", async () => {
  const path = await beating({ isApart: true });
  // Any asynchronous wait would let this thread beat as well.
  expect(blockUntil(() => statSync(path).mtimeMs > longAgo.getTime())).toBe(true);
});

it("comes from the process itself if it can't start another thread", async () => {
  const path = await beating({ isApart: true, workerFile: "/nowhere/worker.cjs" });
  await vi.waitFor(async () => expect(await isTouched(path)).toBe(true), 10_000);
});

it("comes from the process itself for a command", async () => {
  const workerFile = join(await newFolder(), "idle.cjs");
  await writeFile(workerFile, "");
  const path = await beating({ isApart: false, workerFile });
  await vi.waitFor(async () => expect(await isTouched(path)).toBe(true), 10_000);
});

it.each<Omit<HeartbeatOptions, "path">>([
  { isApart: true },
  { isApart: true, workerFile: "/nowhere/worker.cjs" },
  { isApart: false },
])("ends when it is stopped: %o", async (options) => {
  const path = join(await newFolder(), "file");
  await writeFile(path, "");
  await utimes(path, longAgo, longAgo);
  const stop = await startHeartbeat({ path, everyMs: 5, ...options });
  await vi.waitFor(async () => expect(await isTouched(path)).toBe(true), 10_000);
  await stop();
  await utimes(path, longAgo, longAgo);
  // A second heartbeat shows that time has passed.
  const other = await beating({ isApart: false });
  for (let beats = 0; beats < 5; beats += 1) {
    await vi.waitFor(async () => expect(await isTouched(other)).toBe(true), 10_000);
    await utimes(other, longAgo, longAgo);
  }
  expect(await isTouched(path)).toBe(false);
});
