import { join } from "node:path";
import {
  type FileSystem,
  syncFolder,
  temporaryName,
  writeAll,
  writePrivateFile,
} from "@outlay/files";

/** A file without content needs no room. */
const sample = Buffer.alloc(4096, "Outlay\n");

/** Makes a file in a folder, down to the disk, and removes it. @throws what the file system throws */
export async function writeSample(folder: string, name: string, fs: FileSystem): Promise<void> {
  const path = temporaryName(join(folder, name));
  try {
    await writePrivateFile(path, (file) => writeAll(file, sample), fs);
    await syncFolder(folder, fs);
  } finally {
    await fs.rm(path, { force: true });
  }
}
