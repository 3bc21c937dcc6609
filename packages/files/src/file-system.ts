import * as promises from "node:fs/promises";

/** What the file system is asked for where a test must be able to make it fail. */
export type FileSystem = Pick<
  typeof promises,
  "link" | "lstat" | "open" | "readdir" | "rename" | "rm" | "stat" | "statfs"
>;

export const nodeFileSystem: FileSystem = promises;
