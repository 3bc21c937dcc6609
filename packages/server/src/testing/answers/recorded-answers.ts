import { closeSync, fstatSync, openSync, readdirSync, readSync } from "node:fs";
import { join } from "node:path";
import type { SeenAnswer } from "./described-answers.ts";

export interface Recorded {
  /** The number of the process that answered. */
  pid: number;
  answer: SeenAnswer;
}

/** The bytes of a file from a position on. */
function bytesFrom(path: string, start: number): Buffer {
  const file = openSync(path, "r");
  try {
    const bytes = Buffer.alloc(fstatSync(file).size - start);
    return bytes.subarray(0, readSync(file, bytes, 0, bytes.length, start));
  } finally {
    closeSync(file);
  }
}

/**
 * Reads the answers that `record-answers.cjs` writes into a folder: each call returns the new ones.
 */
export function recordedAnswers(folder: string): () => Recorded[] {
  const readBytes = new Map<string, number>();
  const newIn = (name: string): Recorded[] => {
    const start = readBytes.get(name) ?? 0;
    const bytes = bytesFrom(join(folder, name), start);
    // Text after the last newline is a line cut short by a kill.
    const length = bytes.lastIndexOf("\n") + 1;
    if (length === 0) return [];
    readBytes.set(name, start + length);
    const lines = bytes.toString("utf8", 0, length - 1).split("\n");
    const pid = Number.parseInt(name, 10);
    return lines.map((line) => ({ pid, answer: JSON.parse(line) as SeenAnswer }));
  };
  return () => readdirSync(folder).flatMap(newIn);
}
