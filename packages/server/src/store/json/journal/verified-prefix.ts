import type { FileHandle } from "node:fs/promises";
import { checksum } from "../text/checksum.ts";
import { decodeLine, lineHeadLength } from "./journal-line.ts";
import { readLines } from "../text/lines.ts";
import { versionOf } from "../text/placed-file.ts";

const headOf = (line: Buffer) => line.subarray(0, lineHeadLength);

/** The part of a journal that has been read or written and is valid. */
export class VerifiedPrefix {
  bytes = 0;
  lines = 0;
  /**
   * The version, as in `PlacedFile`, of the file that was last seen to hold exactly this part;
   * undefined where there was none.
   */
  version: string | undefined;
  /** Covers the heads of all lines, each of which has its line's checksum. */
  #sum = 0;
  /** The start of the last line, and its head. */
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
   * Reads the lines after this part.
   * @param onLine accepts each line, which is without its newline and valid only during the call
   * @returns the bytes after the last newline
   */
  async readOn(file: FileHandle, onLine: (line: Buffer) => void): Promise<Buffer> {
    this.version = undefined;
    const version = await versionOf(file);
    const rest = await readLines(file, this.bytes, onLine);
    if (rest.length === 0 && version === (await versionOf(file))) this.version = version;
    return rest;
  }

  /**
   * Compares a file with this part by length and last line. `changed`: the file doesn't have all of
   * it.
   */
  async compare(file: FileHandle): Promise<"same" | "grown" | "changed"> {
    const { size } = await file.stat();
    const { start, head } = this.#lastLine;
    const bytes = Buffer.alloc(head.length);
    await file.read(bytes, 0, bytes.length, start);
    if (size < this.bytes || bytes.toString("latin1") !== head) return "changed";
    return size > this.bytes ? "grown" : "same";
  }

  /** Compares every line, because somebody may have written in the middle of the file. */
  async compareLines(file: FileHandle): Promise<"same" | "grown" | "changed"> {
    const found = await this.compare(file);
    if (found === "changed") return found;
    const there = new VerifiedPrefix();
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
