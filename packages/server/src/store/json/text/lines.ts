import type { FileHandle } from "node:fs/promises";

const newline = 0x0a;
const chunkBytes = 1 << 20;

/**
 * Passes on each line of a file from a position on, without its newline; the bytes are valid only
 * during the call.
 * @returns the bytes after the last newline
 */
export async function readLines(
  file: FileHandle,
  position: number,
  onLine: (line: Buffer) => void,
): Promise<Buffer> {
  const chunk = Buffer.allocUnsafe(chunkBytes);
  let begun: Buffer[] = [];
  let readFrom = position;
  for (;;) {
    const { bytesRead } = await file.read(chunk, 0, chunkBytes, readFrom);
    if (bytesRead === 0) return Buffer.concat(begun);
    readFrom += bytesRead;
    let start = 0;
    for (;;) {
      const end = chunk.subarray(0, bytesRead).indexOf(newline, start);
      if (end < 0) break;
      const line = chunk.subarray(start, end);
      onLine(begun.length > 0 ? Buffer.concat([...begun, line]) : line);
      begun = [];
      start = end + 1;
    }
    // A copy, because the next chunk overwrites this one.
    if (start < bytesRead) begun.push(Buffer.from(chunk.subarray(start, bytesRead)));
  }
}
