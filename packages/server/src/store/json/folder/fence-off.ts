import { type FileSystem, removeTemporaries, replaceFile, writeAll } from "@outlay/files";
import { journalPath, journalsIn } from "../journal/journal-names.ts";
import { snapshotName } from "../snapshot/snapshot.ts";

const pieceBytes = 1024 * 1024;

/** Puts a copy in a file's place: whoever has the file open goes on with what has no name any more. */
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
 * Makes harmless what a former owner of the folder's lock would do next that was stalled between its last look at the
 * lock and its next step. It looks once it has a file open that it writes to, or has made one that it renames: so the
 * lines that it writes go into a journal that nobody reads any more, and what it renames isn't there any more.
 */
export async function fenceOff(folder: string, fs: FileSystem): Promise<void> {
  await removeTemporaries(folder, isOurs, fs);
  for (const first of await journalsIn(folder, fs)) {
    await putCopyInPlace(journalPath(folder, first), fs);
  }
}
