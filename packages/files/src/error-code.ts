/** The operating system's code of an error, `ENOENT`; undefined for an error of another kind. */
export function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}

/** For a folder that need not be there, or has given its place to something that is none. */
export function unlessNoFolder(error: unknown): undefined {
  if (errorCode(error) !== "ENOTDIR") unlessMissing(error);
}

/** For a file that need not be there: `open(path).catch(unlessMissing)` is undefined without it. */
export function unlessMissing(error: unknown): undefined {
  if (errorCode(error) !== "ENOENT") throw error;
}
