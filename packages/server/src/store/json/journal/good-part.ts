import type { FileHandle } from "node:fs/promises";
import { checksum } from "../text/checksum.ts";
import { decodeLine, lineHeadLength } from "./journal-line.ts";
import { readLines } from "../text/lines.ts";
import { versionOf } from "../text/placed-file.ts";

const headOf = (line: Buffer) => line.subarray(0, lineHeadLength);

/** How far a journal has been read or written, and is good. */
export class GoodPart {
  bytes = 0;
  lines = 0;
  /** Of the file that was last seen to have exactly this in it, as `PlacedFile` has it; undefined where none was. */
  version: string | undefined;
  /** Over the heads of all lines, each of which has the checksum of its line. */
  #sum = 0;
  /** Where the last line starts, and how. */
  #lastLine = { start: 0, head: "" };

  /** @param line the next one, without its newline */
  accept(line: Buffer): void {
    const head = headOf(line);
    this.#sum = checksum(head, this.#sum);
    this.#lastLine = { start: this.bytes, head: head.toString("latin1") };
    this.bytes += line.length + 1;
    this.lines += 1;
  }

  /**
   * Reads what stands behind it.
   * @param onLine accepts each line, which is without its newline and good only during the call
   * @returns what stands behind the last newline
   */
  async readOn(file: FileHandle, onLine: (line: Buffer) => void): Promise<Buffer> {
    this.version = undefined;
    const version = await versionOf(file);
    const rest = await readLines(file, this.bytes, onLine);
    if (rest.length === 0 && version === (await versionOf(file))) this.version = version;
    return rest;
  }

  /** How a file stands to it by its length and its last line. `changed`: it doesn't have all of it. */
  async compare(file: FileHandle): Promise<"same" | "grown" | "changed"> {
    const { size } = await file.stat();
    const { start, head } = this.#lastLine;
    const bytes = Buffer.alloc(head.length);
    await file.read(bytes, 0, bytes.length, start);
    if (size < this.bytes || bytes.toString("latin1") !== head) return "changed";
    return size > this.bytes ? "grown" : "same";
  }

  /** The same by each of its lines, since somebody may have written in the middle of them. */
  async compareLines(file: FileHandle): Promise<"same" | "grown" | "changed"> {
    const found = await this.compare(file);
    if (found === "changed") return found;
    const there = new GoodPart();
    let isGood = true;
    await readLines(file, 0, (line) => {
      if (there.bytes >= this.bytes) return;
      isGood &&= decodeLine(line) !== undefined;
      there.accept(line);
    });
    const areSame = isGood && there.bytes === this.bytes && there.#sum === this.#sum;
    return areSame ? found : "changed";
  }
}
