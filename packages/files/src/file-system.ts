import * as promises from "node:fs/promises";

/** The operations of the file system that a test must be able to make fail. */
export type FileSystem = Pick<
  typeof promises,
  "link" | "lstat" | "open" | "readdir" | "rename" | "rm" | "stat" | "statfs"
>;

export const nodeFileSystem: FileSystem = promises;
