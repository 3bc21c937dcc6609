import { basename } from "node:path";
import type { Guard } from "../journal/guard.ts";
import type { LoadedData } from "./load-data.ts";

/**
 * Moves a torn line at a journal's end out of the way after a crash.
 * @param report is told about it
 */
export async function setAsideTorn(
  data: LoadedData,
  report: (message: string) => void,
  guard: Guard,
): Promise<void> {
  const { torn, journal } = data;
  if (!torn || !journal) return;
  const aside = await journal.setAside(torn, guard);
  data.torn = undefined;
  report(
    `The last line of ${torn.path} was cut short by a crash; it had not been confirmed to ` +
      `anybody. Its ${torn.bytes.length} bytes are in ${basename(aside)}.`,
  );
}
