/** An open file under its name, which may come to lead to another or to none while it is open. */
import type { FileHandle } from "node:fs/promises";
import { errorCode, type FileSystem } from "@outlay/files";
import { JournalGone } from "../store-errors.ts";

function goneIfMissing(error: unknown): never {
  throw errorCode(error) === "ENOENT" ? new JournalGone({ cause: error }) : error;
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

  /** What the name leads to now. @throws JournalGone, and what the file system throws */
  static async at(path: string, fs: FileSystem): Promise<{ key: string; sizeBytes: number }> {
    const { dev, ino, size } = await fs.stat(path).catch(goneIfMissing);
    return { key: `${dev}:${ino}`, sizeBytes: size };
  }

  isAt({ key }: { key: string }): boolean {
    return this.#key === key;
  }
}
