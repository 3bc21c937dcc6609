import type { Change } from "./change.ts";
/** A line of the journal: a JSON object whose first member is the checksum of all that follows it. */
import { checksum, checksumDigits, checksumText } from "../text/checksum.ts";

const start = '{"sum":"';
const startBytes = Buffer.from(start);
const sumEnd = start.length + checksumDigits;
const headEnd = sumEnd + '",'.length;

/** The part of a line that distinguishes it from any other: its checksum, and the bytes before. */
export const lineHeadLength = sumEnd;

/** @param value has at least one member */
export function encodeLine(value: object): string {
  const members = JSON.stringify(value).slice(1);
  return `${start}${checksumText(checksum(members))}",${members}`;
}

/** The object in a line; undefined for anything that `encodeLine` didn't write. */
export function decodeLine(line: Buffer): unknown {
  if (line.length <= headEnd || !line.subarray(0, start.length).equals(startBytes))
    return undefined;
  const stored = line.toString("latin1", start.length, headEnd);
  if (stored !== `${checksumText(checksum(line.subarray(headEnd)))}",`) return undefined;
  return JSON.parse(`{${line.toString("utf8", headEnd)}`);
}

/** The text of changes, the first of which has the number `first`. */
export const changeLines = (first: number, changes: readonly Change[]): string =>
  changes.map((change, index) => `${encodeLine({ change: first + index, ...change })}\n`).join("");
