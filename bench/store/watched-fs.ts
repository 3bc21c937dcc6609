/**
 * The real file system, observed: it counts the bytes written to the journal, and notices folds of
 * the snapshot.
 */
import type { FileHandle } from "node:fs/promises";
import { basename } from "node:path";
import { type FileSystem, nodeFileSystem } from "@outlay/files";

export interface Watcher {
  onJournalBytes?: (bytes: number) => void;
  onFoldStart?: () => void;
  onFoldEnd?: () => void;
}

const journalPattern = /^journal\.\d+\.jsonl$/;
/** The files with which a fold begins, and the one that it then writes. */
const newJournalPattern = /^\.journal\..*\.outlay-tmp$/;
const snapshotPattern = /^outlay\.json$/;

function watchWrites(file: FileHandle, onBytes: (bytes: number) => void): FileHandle {
  const write = file.write.bind(file) as (...args: unknown[]) => ReturnType<FileHandle["write"]>;
  const watched = async (...args: unknown[]) => {
    const result = await write(...args);
    onBytes(result.bytesWritten);
    return result;
  };
  return Object.assign(file, { write: watched });
}

export function watchedFs({ onJournalBytes, onFoldStart, onFoldEnd }: Watcher): FileSystem {
  const { open, rm } = nodeFileSystem;
  let isFolding = false;
  let isReplaced = false;
  return {
    ...nodeFileSystem,
    async open(path, ...rest) {
      const name = basename(String(path));
      if (newJournalPattern.test(name) && !isFolding) {
        isFolding = true;
        onFoldStart?.();
      }
      const file = await open(path, ...rest);
      return onJournalBytes && journalPattern.test(name) ? watchWrites(file, onJournalBytes) : file;
    },
    async rename(from, to) {
      await nodeFileSystem.rename(from, to);
      if (snapshotPattern.test(basename(String(to)))) isReplaced = true;
    },
    async rm(path, options) {
      await rm(path, options);
      // The folded journal is removed last.
      if (!isFolding || !isReplaced || !journalPattern.test(basename(String(path)))) return;
      isFolding = false;
      isReplaced = false;
      onFoldEnd?.();
    },
  };
}
