/** An open file under its name, which may come to lead to another or to none while it is open. */
import type { BigIntStats } from "node:fs";
import type { FileHandle } from "node:fs/promises";
import { errorCode, type FileSystem } from "@outlay/files";
import { DataReplaced, JournalGone } from "../../store-errors.ts";

function goneIfMissing(error: unknown): never {
  throw errorCode(error) === "ENOENT" ? new JournalGone({ cause: error }) : error;
}

/** Tells what a file is and has in it from what it was and had before: its time changes with each write. */
const versionIn = ({ dev, ino, mtimeNs, size }: BigIntStats): string =>
  `${dev}:${ino}:${mtimeNs}:${size}`;

export const versionOf = async (file: FileHandle): Promise<string> =>
  versionIn(await file.stat({ bigint: true }));

/** What a name leads to at one moment. */
interface Place {
  key: string;
  version: string;
  sizeBytes: number;
}

export class PlacedFile {
  readonly handle: FileHandle;
  readonly #key: string;

  private constructor(handle: FileHandle, key: string) {
    this.handle = handle;
    this.#key = key;
  }

  /** @throws JournalGone, and what the file system throws */
  static async open(path: string, fs: FileSystem): Promise<PlacedFile> {
    const { key } = await PlacedFile.at(path, fs);
    return new PlacedFile(await fs.open(path, "r+").catch(goneIfMissing), key);
  }

  /** What the name leads to now. @throws JournalGone, DataReplaced where that is no file, and what the file system throws */
  static async at(path: string, fs: FileSystem): Promise<Place> {
    const stats = await fs.stat(path, { bigint: true }).catch(goneIfMissing);
    if (!stats.isFile()) throw new DataReplaced("journal");
    const { dev, ino, size } = stats;
    return { key: `${dev}:${ino}`, version: versionIn(stats), sizeBytes: Number(size) };
  }

  isAt({ key }: Pick<Place, "key">): boolean {
    return this.#key === key;
  }
}
