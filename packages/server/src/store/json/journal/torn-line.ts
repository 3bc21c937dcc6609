import { decodeLine } from "./journal-line.ts";
import { TextFault } from "../text/text-fault.ts";

/** A line cut short, as by a crash: nobody was told that this change is kept. */
export interface TornLine {
  path: string;
  bytes: Buffer;
}

/**
 * What stands behind a journal's last newline; undefined where nothing does.
 * @param goodLines how many lines stand before it
 * @throws TextFault where no crash can have left it
 */
export function tornLine(path: string, goodLines: number, rest: Buffer): TornLine | undefined {
  // A journal gets its name with its first line in it. A change that is whole but for its newline
  // was not cut short: something stands in the newline's place.
  if (goodLines === 0 || decodeLine(rest.subarray(0, -1)) !== undefined) {
    throw new TextFault(goodLines + 1, "it doesn't end as it was written");
  }
  return rest.length === 0 ? undefined : { path, bytes: rest };
}
