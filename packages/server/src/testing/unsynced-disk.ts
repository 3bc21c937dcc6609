/** The real file system without syncs: for tests that write much and don't depend on power cuts. */
import type { FileHandle } from "node:fs/promises";
import { type FileSystem, nodeFileSystem } from "@outlay/files";

const syncs = new Set<string | symbol>(["sync", "datasync"]);

const unsynced = (handle: FileHandle): FileHandle =>
  new Proxy(handle, {
    get(target, property) {
      if (syncs.has(property)) return () => Promise.resolve();
      const value: unknown = Reflect.get(target, property, target);
      return typeof value === "function" ? (value.bind(target) as unknown) : value;
    },
  });

export const unsyncedDisk: FileSystem = {
  ...nodeFileSystem,
  open: async (...given: Parameters<FileSystem["open"]>) =>
    unsynced(await nodeFileSystem.open(...given)),
};
