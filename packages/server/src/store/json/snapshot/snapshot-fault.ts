import type { FileHandle } from "node:fs/promises";
import { checksum, checksumDigits, checksumText } from "../text/checksum.ts";
import { readLines } from "../text/lines.ts";
import {
  checksumsPerLine,
  isSnapshotFormat,
  snapshotCounters,
  snapshotFormat,
  type SnapshotHeader,
  snapshotLines,
  snapshotLists,
} from "./snapshot.ts";
import { TextFault } from "../text/text-fault.ts";

function hasHeader({ format, store, lastChange, standsAlone, nextIds }: SnapshotHeader): boolean {
  const counters: readonly string[] = snapshotCounters(format);
  const isCounted = ([name, next]: [string, unknown]) =>
    counters.includes(name) && Number.isSafeInteger(next);
  const nexts = Object.entries(nextIds ?? {});
  return (
    typeof store === "string" &&
    typeof standsAlone === "boolean" &&
    Number.isSafeInteger(lastChange) &&
    nexts.length === counters.length &&
    nexts.every(isCounted)
  );
}

const comma = 0x2c;
const quote = 0x22;
const closingBrace = 0x7d;
const openingBrace = 0x7b;
const checksumsPattern = /^"((?:[0-9a-f]{8})+)",?$/;

/** Searches a snapshot's lines one by one for anything that isn't as it was written. */
class SnapshotInspector {
  #lineNumber = 0;
  #lists: readonly string[] = [];
  /** Whether the line before was empty. */
  #isSplit = false;
  /** The last byte of the line before. */
  #lastByte: number | undefined;
  #readLine: (line: Buffer) => void = (line) => this.#readHeader(line);
  /** The sums of the content's lines as read, to be compared with the stored ones. */
  readonly #readSums: number[] = [];
  readonly #storedSums: string[] = [];
  #checksumsStart = 0;
  #sumOfSums = 0;
  #sumOfAll = 0;

  /** @throws TextFault */
  line(line: Buffer): void {
    this.#lineNumber += 1;
    if (this.#isSplit) this.#blameNewline(line);
    this.#readLine(line);
    this.#sumOfAll = checksum("\n", checksum(line, this.#sumOfAll));
    this.#lastByte = line.at(-1);
  }

  /** Called when there are no more lines. */
  end(): TextFault {
    return new TextFault(this.#lineNumber + 1, "it is cut short, or continues past its end");
  }

  #fault(what: string): TextFault {
    return new TextFault(this.#lineNumber, what);
  }

  #readHeader(line: Buffer): void {
    this.#readSums.push(checksum(line));
    const header = this.#parse(line.subarray(0, -1), "}");
    if (line.at(-1) !== comma) throw this.#fault("it doesn't end as it was written");
    if (!("format" in header) || !isSnapshotFormat(header.format)) {
      throw this.#fault(
        `this version of Outlay reads formats up to ${snapshotFormat}, and not this one`,
      );
    }
    if (!hasHeader(header as SnapshotHeader)) {
      throw this.#fault("its counters are not those of the format");
    }
    this.#lists = snapshotLists(header.format);
    this.#expectList(0);
  }

  /** Expects the list with this number, or the checksums after the last one. */
  #expectList(index: number): void {
    const name = this.#lists[index];
    if (name === undefined) this.#readLine = (line) => this.#readChecksumsStart(line);
    else {
      this.#readLine = (line) => {
        this.#expect(line, snapshotLines.listStart(name));
        this.#readSums.push(checksum(line));
        this.#readLine = (record) => this.#readRecord(record, index);
      };
    }
  }

  #readRecord(line: Buffer, index: number): void {
    this.#readSums.push(checksum(line));
    if (line[0] === openingBrace) {
      const end = line.length - (line[line.length - 1] === comma ? 1 : 0);
      this.#parse(line.subarray(0, end));
    } else {
      this.#expect(line, snapshotLines.listEnd);
      this.#expectList(index + 1);
    }
  }

  #readChecksumsStart(line: Buffer): void {
    this.#expect(line, snapshotLines.checksumsStart);
    this.#checksumsStart = this.#lineNumber;
    this.#addToSum(line);
    this.#readLine = (next) => this.#readChecksums(next);
  }

  #readChecksums(line: Buffer): void {
    this.#addToSum(line);
    const sums = checksumsPattern.exec(line.toString("latin1"))?.[1];
    if (sums !== undefined) this.#storedSums.push(sums);
    else {
      this.#expect(line, snapshotLines.listEnd);
      this.#readLine = (next) => this.#readEnd(next);
    }
  }

  #readEnd(line: Buffer): void {
    const text = line.toString("latin1");
    const start = snapshotLines.sumOfSums(checksumText(this.#sumOfSums));
    this.#compareSums(text.startsWith(start));
    const end = snapshotLines.sumOfAll(checksumText(checksum(start, this.#sumOfAll)));
    if (text !== start + end) throw this.#fault("its checksum is wrong");
    this.#readLine = () => {
      throw this.#fault("it continues past its end");
    };
  }

  /** @param areTrusted false where the stored sums have themselves been damaged */
  #compareSums(areTrusted: boolean): void {
    const stored = this.#storedSums.join("");
    for (const [index, sum] of this.#readSums.entries()) {
      const start = index * checksumDigits;
      if (stored.startsWith(checksumText(sum), start)) continue;
      throw areTrusted
        ? new TextFault(index + 1, "its checksum is wrong")
        : new TextFault(
            this.#checksumsStart + 1 + Math.floor(index / checksumsPerLine),
            "the checksums in it are wrong",
          );
    }
    if (areTrusted && stored.length !== this.#readSums.length * checksumDigits) {
      throw this.#fault("lines before it are missing");
    }
  }

  #addToSum(line: Buffer): void {
    this.#sumOfSums = checksum("\n", checksum(line, this.#sumOfSums));
  }

  #expect(line: Buffer, text: string): void {
    if (line.equals(Buffer.from(text))) return;
    if (line.length === 0 && (this.#lastByte === closingBrace || this.#lastByte === quote)) {
      this.#isSplit = true;
      return;
    }
    throw this.#fault(`${JSON.stringify(text)} should be here`);
  }

  /**
   * An empty line is a newline that has replaced another byte: if a list continues after it, the
   * comma that ended the line before; otherwise the first byte of this line.
   */
  #blameNewline(next: Buffer): never {
    const goesOn = next[0] === openingBrace || next[0] === quote;
    throw new TextFault(
      this.#lineNumber - (goesOn ? 2 : 1),
      "a newline stands where another byte should be",
    );
  }

  #parse(line: Buffer, end = ""): object {
    try {
      return JSON.parse(line.toString("utf8") + end) as object;
    } catch {
      // The parser's own message would quote the text, which may be a password's hash.
      throw this.#fault("it is not JSON");
    }
  }
}

/** Finds the fault, and its line, in a file that `readSnapshot` rejects. */
export async function findFault(file: FileHandle): Promise<TextFault> {
  const inspector = new SnapshotInspector();
  try {
    await readLines(file, 0, (line) => inspector.line(line));
    return inspector.end();
  } catch (error) {
    if (error instanceof TextFault) return error;
    throw error;
  }
}
