import { open, stat } from "node:fs/promises";
import { join } from "node:path";
import { errorCode } from "@outlay/files";

/**
 * The beginnings of files for whose names other programs may have files, too. Damaged further on,
 * they are still Outlay's.
 */
const beginnings: readonly [name: RegExp, text: RegExp][] = [
  [/^outlay(-1)?\.json$/, /^\{"format":"outlay-\d+",/],
  [/^journal\.\d+\.jsonl$/, /^\{"sum":"[0-9a-f]{8}","format":"outlay-journal-\d+",/],
  [/^jwt-secret$/, /^\s*\S.{30,}\S/s],
];

const beginningBytes = 128;

/** Undefined for a file that can't be read, and for a pipe, on which reading would block. */
async function beginningOf(path: string): Promise<string | undefined> {
  try {
    if (!(await stat(path)).isFile()) return undefined;
    const file = await open(path, "r");
    try {
      const bytes = Buffer.alloc(beginningBytes);
      const { bytesRead } = await file.read(bytes, 0, beginningBytes, 0);
      return bytes.toString("latin1", 0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    return undefined;
  }
}

/**
 * Whether the files of these names in a folder begin as Outlay's do; files that can't be read don't
 * count.
 */
export async function beginAsOurs(folder: string, names: readonly string[]): Promise<boolean> {
  for (const name of names) {
    const text = beginnings.find(([pattern]) => pattern.test(name))?.[1];
    const beginning = text && (await beginningOf(join(folder, name)));
    if (beginning !== undefined && !text?.test(beginning)) return false;
  }
  return true;
}
