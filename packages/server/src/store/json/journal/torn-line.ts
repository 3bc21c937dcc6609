import { decodeLine } from "./journal-line.ts";
import { TextFault } from "../text/text-fault.ts";

/** A line cut short, for example by a crash: its change was confirmed to nobody. */
export interface TornLine {
  path: string;
  bytes: Buffer;
}

/**
 * The torn line after a journal's last newline; undefined where there is none.
 * @param verifiedLines the number of lines before it
 * @throws TextFault where no crash can have left it
 */
export function tornLine(path: string, verifiedLines: number, rest: Buffer): TornLine | undefined {
  // A journal gets its name together with its first line. A change that is complete except for its
  // newline wasn't cut short: something else stands in the newline's place.
  if (verifiedLines === 0 || decodeLine(rest.subarray(0, -1)) !== undefined) {
    throw new TextFault(verifiedLines + 1, "it doesn't end as it was written");
  }
  return rest.length === 0 ? undefined : { path, bytes: rest };
}
