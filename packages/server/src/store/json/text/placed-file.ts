/** An open file under its name, which may later lead to another file or to none. */
import type { BigIntStats } from "node:fs";
import type { FileHandle } from "node:fs/promises";
import { errorCode, type FileSystem } from "@outlay/files";
import { DataReplaced, JournalGone } from "../../store-errors.ts";

function goneIfMissing(error: unknown): never {
  throw errorCode(error) === "ENOENT" ? new JournalGone({ cause: error }) : error;
}

/**
 * Distinguishes a file and its content from what they were earlier: its time changes with each
 * write.
 */
const versionIn = ({ dev, ino, mtimeNs, size }: BigIntStats): string =>
  `${dev}:${ino}:${mtimeNs}:${size}`;

export const versionOf = async (file: FileHandle): Promise<string> =>
  versionIn(await file.stat({ bigint: true }));

/** The file that a name leads to at one moment. */
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

  /** @throws JournalGone, and whatever the file system throws */
  static async open(path: string, fs: FileSystem): Promise<PlacedFile> {
    const { key } = await PlacedFile.at(path, fs);
    return new PlacedFile(await fs.open(path, "r+").catch(goneIfMissing), key);
  }

  /**
   * The file that the name leads to now.
   * @throws JournalGone, DataReplaced where it isn't a file, and whatever the file system throws
   */
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
