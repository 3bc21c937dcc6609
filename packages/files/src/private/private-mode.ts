/** A mode's permissions as `chmod` takes them: `644`. */
export const modeText = (mode: number): string => (mode & 0o777).toString(8).padStart(3, "0");

/** Returns whether others than the owner have a permission. */
export const isOpenToOthers = (mode: number): boolean => (mode & 0o077) !== 0;
