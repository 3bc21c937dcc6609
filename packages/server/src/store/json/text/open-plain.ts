import type { FileHandle } from "node:fs/promises";
import { type FileSystem, noPlainFile } from "@outlay/files";

/**
 * Opens a file for reading.
 * @throws NoPlainFile for a folder, and for a pipe, on which reading would block
 */
export async function openPlain(path: string, fs: FileSystem): Promise<FileHandle> {
  const found = await fs.stat(path);
  if (!found.isFile()) throw noPlainFile(path, found);
  return fs.open(path, "r");
}
