/**
 * The changes after a snapshot, a line each: `journal.7.jsonl` holds change 7 and those after it. Only
 * the last journal of a folder is written to.
 */
import type { FileHandle } from "node:fs/promises";
import { type FileSystem, replaceFile, unlessMissing, writeAll } from "@outlay/files";
import type { Change } from "./change.ts";
import { DataDamaged } from "../store-errors.ts";
import { decodeLine, encodeLine, lineHeadLength } from "./journal-line.ts";
import { newHeader, readHeader } from "./journal-header.ts";
import { journalPath } from "./journal-names.ts";
import { readLines } from "./lines.ts";
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
  #handle: FileHandle | undefined;
  /** How far it has been read or written, and is good. */
  #goodBytes = 0;
  #lines = 0;
  /** Where the last good line starts, and how: with its checksum. */
  #lastLine = { start: 0, head: "" };
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
    return this.#goodBytes;
  }

  /** Makes the file, without changes; one that a failed fold left is replaced. */
  async create(store: string): Promise<void> {
    const line = Buffer.from(`${encodeLine(newHeader(store, this.first))}\n`);
    await replaceFile(this.path, (file) => writeAll(file, line), this.#fs);
    this.#goodBytes = 0;
    this.#lines = 0;
    this.#accept(line.subarray(0, -1));
  }

  /**
   * Reads on from where it was left.
   * @param position the store it must belong to, where that is known, and the last change before
   * @throws DataDamaged, and what the file system throws: ENOENT if there is no such journal
   */
  async read(position: Position, onChange: (change: Change) => void): Promise<JournalEnd> {
    let { store, lastChange } = position;
    const onLine = (line: Buffer) => {
      const lineNumber = this.#lines + 1;
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
      this.#accept(line);
    };
    try {
      const file = await this.#fs.open(this.path, "r");
      try {
        const rest = await readLines(file, this.#goodBytes, onLine);
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
      const { size } = await file.stat();
      const { start, head } = this.#lastLine;
      const bytes = Buffer.alloc(head.length);
      await file.read(bytes, 0, bytes.length, start);
      if (size < this.#goodBytes || bytes.toString("latin1") !== head) return "changed";
      return size > this.#goodBytes ? "grown" : "same";
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
      this.#accept(bytes.subarray(start, end));
      start = end + 1;
    }
  }

  /**
   * Finds out whether a change could be kept. The file itself is written to only after a write that failed.
   * @throws what the file system throws, and DataDamaged where it isn't the file that was written
   */
  async tryWriting(): Promise<void> {
    if (this.#hasFailed) {
      await this.#write(sample);
      await this.#cut();
    }
    if ((await this.look()) === "changed") {
      throw new DataDamaged(`${this.path} is not what was written.`);
    }
  }

  /** Takes off what a write that failed may have left. Another journal comes behind good lines only. */
  async settle(): Promise<void> {
    if (this.#needsCut) await this.#cut();
  }

  /** Moves a torn line out of the way, into a file of its own. */
  async setAside({ bytes }: TornLine): Promise<string> {
    const aside = `${this.path}.torn-${this.#goodBytes}`;
    await replaceFile(aside, (file) => writeAll(file, bytes), this.#fs);
    this.#needsCut = true;
    await this.#cut();
    return aside;
  }

  async close(): Promise<void> {
    const handle = this.#handle;
    this.#handle = undefined;
    // All that matters has been synced, or was refused.
    await handle?.close().catch(() => undefined);
  }

  /** Behind the good bytes, down to the disk. */
  async #write(bytes: Buffer): Promise<void> {
    this.#hasFailed = true;
    try {
      if (this.#needsCut) await this.#cut();
      this.#needsCut = true;
      this.#handle ??= await this.#fs.open(this.path, "r+");
      await writeAll(this.#handle, bytes, this.#goodBytes);
      await this.#handle.datasync();
    } catch (error) {
      await this.close();
      // What can't be cut off now is cut off before the next change is written.
      await this.#cut().catch(() => undefined);
      throw error;
    }
    this.#hasFailed = false;
  }

  /** @param line without its newline */
  #accept(line: Buffer): void {
    this.#lastLine = { start: this.#goodBytes, head: line.toString("latin1", 0, lineHeadLength) };
    this.#goodBytes += line.length + 1;
    this.#lines += 1;
  }

  #tornLine(rest: Buffer): TornLine | undefined {
    // A journal gets its name with its first line in it. A change that is whole but for its newline
    // was not cut short: something stands in the newline's place.
    if (this.#lines === 0 || decodeLine(rest.subarray(0, -1)) !== undefined) {
      throw new TextFault(this.#lines + 1, "it doesn't end as it was written");
    }
    if (rest.length === 0) return undefined;
    return { path: this.path, bytes: rest };
  }

  async #cut(): Promise<void> {
    const file = await this.#fs.open(this.path, "r+");
    try {
      await file.truncate(this.#goodBytes);
      await file.datasync();
    } finally {
      await file.close();
    }
    this.#needsCut = false;
  }
}
