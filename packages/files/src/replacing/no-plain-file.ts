import type { Dirent, Stats } from "node:fs";

/**
 * Something other than a regular file is in a file's place: replacing a link or a device would
 * remove something else.
 */
export class NoPlainFile extends Error {
  override name = "NoPlainFile";
  readonly path: string;
  /** A description such as `a folder`. */
  readonly what: string;

  constructor(path: string, what: string) {
    super(`${path} is ${what}, which Outlay doesn't replace with a file`);
    this.path = path;
    this.what = what;
  }
}

type Found = Pick<Stats | Dirent, "isDirectory" | "isSymbolicLink" | "isFIFO">;

/** Makes the error for whatever was found at a path. */
export function noPlainFile(path: string, found: Found): NoPlainFile {
  const kinds = [
    [found.isSymbolicLink(), "a link"],
    [found.isDirectory(), "a folder"],
    [found.isFIFO(), "a pipe"],
  ] as const;
  return new NoPlainFile(path, kinds.find(([isIt]) => isIt)?.[1] ?? "a special file");
}
