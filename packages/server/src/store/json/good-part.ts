import type { FileHandle } from "node:fs/promises";
import { lineHeadLength } from "./journal-line.ts";

/** How far a journal has been read or written, and is good. */
export class GoodPart {
  bytes = 0;
  lines = 0;
  /** Where the last line starts, and how: with its checksum. */
  #lastLine = { start: 0, head: "" };

  /** @param line the next one, without its newline */
  accept(line: Buffer): void {
    this.#lastLine = { start: this.bytes, head: line.toString("latin1", 0, lineHeadLength) };
    this.bytes += line.length + 1;
    this.lines += 1;
  }

  /** How a file stands to it. `changed`: it doesn't have all of it. */
  async compare(file: FileHandle): Promise<"same" | "grown" | "changed"> {
    const { size } = await file.stat();
    const { start, head } = this.#lastLine;
    const bytes = Buffer.alloc(head.length);
    await file.read(bytes, 0, bytes.length, start);
    if (size < this.bytes || bytes.toString("latin1") !== head) return "changed";
    return size > this.bytes ? "grown" : "same";
  }
}
