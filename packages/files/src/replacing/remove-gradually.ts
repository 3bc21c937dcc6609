import { type FileSystem, nodeFileSystem } from "../file-system.ts";

/** A file system frees this much at once without delaying the syncs of others. */
const sliceBytes = 8 * 1024 * 1024;

/**
 * Removes a file that may be large, in slices from its end. A file that has another name keeps its
 * content there.
 * @throws whatever the file system throws
 */
export async function removeGradually(
  path: string,
  fs: FileSystem = nodeFileSystem,
): Promise<void> {
  const { size, nlink } = await fs.stat(path);
  if (nlink === 1 && size > sliceBytes) {
    const file = await fs.open(path, "r+");
    try {
      for (let left = size - sliceBytes; left > 0; left -= sliceBytes) await file.truncate(left);
    } finally {
      await file.close();
    }
  }
  await fs.rm(path, { force: true });
}
