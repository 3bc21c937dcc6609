/**
 * Writes the lines of one turn of the event loop together, because each write costs more than many lines.
 */
export function gathered(write: (text: string) => void) {
  let pending = "";
  const flush = (): void => {
    const text = pending;
    pending = "";
    if (text !== "") write(text);
  };
  return {
    write(line: string): void {
      if (pending === "") setImmediate(flush);
      pending += line;
    },
    /** Writes the collected lines at once. */
    flush,
  };
}
