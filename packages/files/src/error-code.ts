/**
 * The operating system's code for an error, such as `ENOENT`; undefined for any other kind of
 * error.
 */
export function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}

/**
 * Ignores that a folder is missing, or that its place is taken by something that isn't a folder.
 */
export function unlessNoFolder(error: unknown): undefined {
  if (errorCode(error) !== "ENOTDIR") unlessMissing(error);
}

/** Ignores that a file is missing: `open(path).catch(unlessMissing)` is undefined without it. */
export function unlessMissing(error: unknown): undefined {
  if (errorCode(error) !== "ENOENT") throw error;
}
