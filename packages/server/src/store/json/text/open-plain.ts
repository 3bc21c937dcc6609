import type { FileHandle } from "node:fs/promises";
import { type FileSystem, noPlainFile } from "@outlay/files";

/** Opens a file to be read. @throws NoPlainFile for a folder, or a pipe, which would be waited for */
export async function openPlain(path: string, fs: FileSystem): Promise<FileHandle> {
  const found = await fs.stat(path);
  if (!found.isFile()) throw noPlainFile(path, found);
  return fs.open(path, "r");
}
