import { join } from "node:path";
import {
  type FileSystem,
  syncFolder,
  temporaryName,
  writeAll,
  writePrivateFile,
} from "@outlay/files";

/** A file without content would need no room. */
const sample = Buffer.alloc(4096, "Outlay\n");

/**
 * Creates a file durably in a folder, and removes it.
 * @throws whatever the file system throws
 */
export async function writeSample(folder: string, name: string, fs: FileSystem): Promise<void> {
  const path = temporaryName(join(folder, name));
  try {
    await writePrivateFile(path, (file) => writeAll(file, sample), fs);
    await syncFolder(folder, fs);
  } finally {
    await fs.rm(path, { force: true });
  }
}
