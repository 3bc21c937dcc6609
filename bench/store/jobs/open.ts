/** How long it takes to have a folder's data in memory, and what JSON.parse alone takes for them. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { openJsonStore, snapshotName } from "@outlay/server/bench";

/** As a command does that only reads. */
export async function timeOpening(folder: string): Promise<number> {
  const startMs = performance.now();
  const store = await openJsonStore(
    {
      folder,
      label: "benchmark",
      patienceMs: 0,
      clock: () => new Date(),
      report: () => undefined,
    },
    { own: false },
  );
  const openedMs = performance.now() - startMs;
  await store.close();
  return openedMs;
}

export interface Parsing {
  parseMs: number;
  /** With the bytes made into a text before. */
  decodeAndParseMs: number;
}

export async function timeParsing(folder: string): Promise<Parsing> {
  const bytes = await readFile(join(folder, snapshotName));
  const startMs = performance.now();
  const text = bytes.toString("utf8");
  const decodedMs = performance.now();
  const value: unknown = JSON.parse(text);
  const parsedMs = performance.now();
  if (typeof value !== "object") throw new Error("The snapshot holds no object.");
  return { parseMs: parsedMs - decodedMs, decodeAndParseMs: parsedMs - startMs };
}
