import { join } from "node:path";
import type { FileSystem } from "@outlay/files";

const namePattern = /^journal\.(\d+)\.jsonl$/;

/** The names of torn lines that were set aside. */
export const tornPattern = /^journal\.\d+\.jsonl\.torn-\d+$/;

export const journalPath = (folder: string, first: number) =>
  join(folder, `journal.${first}.jsonl`);

/** The numbers of the first changes in a folder's journals, ascending. */
export async function journalsIn(folder: string, fs: FileSystem): Promise<number[]> {
  const firsts = (await fs.readdir(folder)).flatMap((name) => namePattern.exec(name)?.[1] ?? []);
  return firsts.map(Number).toSorted((a, b) => a - b);
}
