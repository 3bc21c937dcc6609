/**
 * The changes after a snapshot, a line each: `journal.7.jsonl` holds change 7 and those after it. Only
 * the last journal of a folder is written to.
 */
import type { FileHandle } from "node:fs/promises";
import { type FileSystem, replaceFile, unlessMissing, writeAll } from "@outlay/files";
import type { Change } from "./change.ts";
import { DataReplaced } from "../store-errors.ts";
import { GoodPart } from "./good-part.ts";
import { decodeLine, encodeLine } from "./journal-line.ts";
import { newHeader, readHeader } from "./journal-header.ts";
import { journalPath } from "./journal-names.ts";
import { readLines } from "./lines.ts";
import { PlacedFile } from "./placed-file.ts";
import { damageIn, TextFault } from "./text-fault.ts";

/** A line cut short, as by a crash: nobody was told that this change is kept. */
export interface TornLine {
  path: string;
  bytes: Buffer;
}

interface Position {
  store: string | undefined;
  lastChange: number;
}

interface JournalEnd {
  store: string;
  lastChange: number;
  torn: TornLine | undefined;
}

/** The text of changes, the first of which has the number `first`. */
export const changeLines = (first: number, changes: readonly Change[]): string =>
  changes.map((change, index) => `${encodeLine({ change: first + index, ...change })}\n`).join("");

/** What is written to see whether it can be: no line, so that a crash leaves but a torn one. */
const sample = Buffer.alloc(4096, " ");

export class Journal {
  readonly path: string;
  readonly first: number;
  /** Whether it is in a format that is no longer written. */
  isOutdated = false;
  readonly #fs: FileSystem;
  #file: PlacedFile | undefined;
  #good = new GoodPart();
  /** The last write may have left something behind the good bytes. */
  #needsCut = false;
  /** The last write failed; whether the next one would can't be told from outside. */
  #hasFailed = false;

  constructor(folder: string, first: number, fs: FileSystem) {
    this.path = journalPath(folder, first);
    this.first = first;
    this.#fs = fs;
  }

  get sizeBytes(): number {
    return this.#good.bytes;
  }

  /** Makes the file, without changes; one that a failed fold left is replaced. */
  async create(store: string): Promise<void> {
    const line = Buffer.from(`${encodeLine(newHeader(store, this.first))}\n`);
    await replaceFile(this.path, (file) => writeAll(file, line), this.#fs);
    this.#good = new GoodPart();
    this.#good.accept(line.subarray(0, -1));
  }

  /**
   * Reads on from where it was left.
   * @param position the store it must belong to, where that is known, and the last change before
   * @throws DataDamaged, and what the file system throws: ENOENT if there is no such journal
   */
  async read(position: Position, onChange: (change: Change) => void): Promise<JournalEnd> {
    let { store, lastChange } = position;
    const onLine = (line: Buffer) => {
      const lineNumber = this.#good.lines + 1;
      const value = decodeLine(line);
      if (value === undefined) throw new TextFault(lineNumber, "its checksum is wrong");
      if (lineNumber === 1) {
        const header = readHeader(value, store, this.first);
        this.isOutdated = header.isOutdated;
        store = header.store;
      } else {
        const { change: number, ...change } = value as Change & { change: number };
        if (number !== lastChange + 1) {
          const what = `change ${lastChange + 1} should be here, and not ${number}`;
          throw new TextFault(lineNumber, what);
        }
        onChange(change);
        lastChange = number;
      }
      this.#good.accept(line);
    };
    try {
      const file = await this.#fs.open(this.path, "r");
      try {
        const rest = await readLines(file, this.#good.bytes, onLine);
        return { store: store ?? "", lastChange, torn: this.#tornLine(rest) };
      } finally {
        await file.close();
      }
    } catch (error) {
      throw damageIn(this.path, error);
    }
  }

  async exists(): Promise<boolean> {
    return (await this.#fs.stat(this.path).catch(unlessMissing)) !== undefined;
  }

  /**
   * How it stands to what was last read or written here. `changed`: a line that was read is there no more.
   * The process that wrote it could not sync it, cut it off, and told nobody that it is kept.
   */
  async look(): Promise<"same" | "grown" | "changed"> {
    const file = await this.#fs.open(this.path, "r");
    try {
      return await this.#good.compare(file);
    } finally {
      await file.close();
    }
  }

  /**
   * Keeps changes, down to the disk: all of them, or none, whatever fails on the way.
   * @param lines as `changeLines` makes them
   */
  async append(lines: string): Promise<void> {
    const bytes = Buffer.from(lines);
    await this.#write(bytes);
    this.#needsCut = false;
    for (let start = 0, end = bytes.indexOf("\n"); end >= 0; end = bytes.indexOf("\n", start)) {
      this.#good.accept(bytes.subarray(start, end));
      start = end + 1;
    }
  }

  /**
   * Finds out whether a change could be kept. The file itself is written to only after a write that failed.
   * @throws JournalGone, DataReplaced, and what the file system throws
   */
  async tryWriting(): Promise<void> {
    if (this.#hasFailed) {
      await this.#write(sample);
      await this.#cut();
    }
    await this.checkPlace();
  }

  /** @throws JournalGone, DataReplaced: it isn't there as it was last read or written */
  async checkPlace(): Promise<void> {
    const { handle } = await PlacedFile.open(this.path, this.#fs);
    try {
      await this.#checkContent(handle);
    } finally {
      await handle.close();
    }
  }

  /** Takes off what a write that failed may have left. Another journal comes behind good lines only. */
  async settle(): Promise<void> {
    if (this.#needsCut) await this.#cut();
  }

  /** Moves a torn line out of the way, into a file of its own. */
  async setAside({ bytes }: TornLine): Promise<string> {
    const aside = `${this.path}.torn-${this.#good.bytes}`;
    await replaceFile(aside, (file) => writeAll(file, bytes), this.#fs);
    this.#needsCut = true;
    await this.#cut();
    return aside;
  }

  async close(): Promise<void> {
    const file = this.#file;
    this.#file = undefined;
    // All that matters has been synced, or was refused.
    await file?.handle.close().catch(() => undefined);
  }

  /** The open file, which is there as it was left. @throws JournalGone, DataReplaced */
  async #openFile(): Promise<PlacedFile> {
    if (this.#file) {
      const there = await PlacedFile.at(this.path, this.#fs);
      if (this.#file.isAt(there)) {
        if (there.sizeBytes !== this.#good.bytes) throw new DataReplaced("journal");
        return this.#file;
      }
      await this.close();
    }
    this.#file = await PlacedFile.open(this.path, this.#fs);
    // Another file is as good if all is in it.
    await this.#checkContent(this.#file.handle);
    return this.#file;
  }

  async #checkContent(handle: FileHandle): Promise<void> {
    const content = await this.#good.compare(handle);
    const isAsLeft = content === "same" || (content === "grown" && this.#needsCut);
    if (!isAsLeft) throw new DataReplaced("journal");
  }

  /** Behind the good bytes, down to the disk, in the file that is in its place then. */
  async #write(bytes: Buffer): Promise<void> {
    this.#hasFailed = true;
    try {
      if (this.#needsCut) await this.#cut();
      const file = await this.#openFile();
      this.#needsCut = true;
      await writeAll(file.handle, bytes, this.#good.bytes);
      await file.handle.datasync();
      const there = await PlacedFile.at(this.path, this.#fs);
      if (!file.isAt(there)) throw new DataReplaced("journal");
    } catch (error) {
      await this.close();
      // What can't be cut off now is cut off before the next change is written.
      await this.#cut().catch(() => undefined);
      throw error;
    }
    this.#hasFailed = false;
  }

  #tornLine(rest: Buffer): TornLine | undefined {
    // A journal gets its name with its first line in it. A change that is whole but for its newline
    // was not cut short: something stands in the newline's place.
    if (this.#good.lines === 0 || decodeLine(rest.subarray(0, -1)) !== undefined) {
      throw new TextFault(this.#good.lines + 1, "it doesn't end as it was written");
    }
    if (rest.length === 0) return undefined;
    return { path: this.path, bytes: rest };
  }

  async #cut(): Promise<void> {
    const { handle } = await PlacedFile.open(this.path, this.#fs);
    try {
      await this.#checkContent(handle);
      await handle.truncate(this.#good.bytes);
      await handle.datasync();
    } finally {
      await handle.close();
    }
    this.#needsCut = false;
  }
}
