import type { FileSystem } from "@outlay/files";

export interface ExamineOptions {
  folder: string;
  fs: FileSystem;
  clock: () => Date;
  /** The user's number; undefined where files have neither owners nor modes. */
  uid: number | undefined;
}
