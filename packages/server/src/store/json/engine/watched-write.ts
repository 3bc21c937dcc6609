import type { OnWrite } from "../../store-figures.ts";

/**
 * Writes changes, and reports the time taken and the outcome.
 * @throws whatever the writing throws
 */
export async function watchedWrite(
  onWrite: OnWrite | undefined,
  changes: number,
  write: () => Promise<void>,
): Promise<void> {
  const startMs = performance.now();
  const tell = (kept: number) => onWrite?.({ tookMs: performance.now() - startMs, changes: kept });
  try {
    await write();
  } catch (error) {
    tell(0);
    throw error;
  }
  tell(changes);
}
