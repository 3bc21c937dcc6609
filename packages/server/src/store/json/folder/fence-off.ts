import { type FileSystem, removeTemporaries, replaceFile, writeAll } from "@outlay/files";
import { journalPath, journalsIn } from "../journal/journal-names.ts";
import { snapshotName } from "../snapshot/snapshot.ts";

const pieceBytes = 1024 * 1024;

/**
 * Replaces a file by a copy of itself: a process that has it open goes on with a file without a
 * name.
 */
async function putCopyInPlace(path: string, fs: FileSystem): Promise<void> {
  const former = await fs.open(path, "r");
  try {
    await replaceFile(
      path,
      async (copy) => {
        const piece = Buffer.alloc(pieceBytes);
        for (let position = 0; ;) {
          const { bytesRead } = await former.read(piece, 0, piece.length, position);
          if (bytesRead === 0) return;
          await writeAll(copy, piece.subarray(0, bytesRead));
          position += bytesRead;
        }
      },
      fs,
    );
  } finally {
    await former.close();
  }
}

const isOurs = (name: string) => name === snapshotName || name.startsWith("journal.");

/**
 * Makes the next step of a former owner of the folder's lock harmless, if it was stalled between
 * its last look at the lock and that step. An owner looks at the lock once it has opened a file to
 * write to, or created one to rename: so the lines that it writes go into a journal that nobody
 * reads any more, and the file that it renames no longer exists.
 */
export async function fenceOff(folder: string, fs: FileSystem): Promise<void> {
  await removeTemporaries(folder, isOurs, fs);
  for (const first of await journalsIn(folder, fs)) {
    await putCopyInPlace(journalPath(folder, first), fs);
  }
}
