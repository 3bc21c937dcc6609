/** Measures how long it takes to load a folder's data, and JSON.parse alone for the same data. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { openJsonStore, snapshotName } from "@outlay/server/bench";

/** Opens the folder as a command does that only reads. */
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
  /** Includes decoding the bytes into text. */
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
