/**
 * The changes after a snapshot, a line each: `journal.7.jsonl` holds change 7 and those after it. Only
 * the last journal of a folder is written to.
 */
import type { FileHandle } from "node:fs/promises";
import { type FileSystem, replaceFile, unlessMissing, writeAll } from "@outlay/files";
import type { Change } from "./change.ts";
import { DataReplaced, LockLost } from "../store-errors.ts";
import { GoodPart } from "./good-part.ts";
import type { Guard } from "./guard.ts";
import { decodeLine, encodeLine } from "./journal-line.ts";
import { newHeader, readHeader } from "./journal-header.ts";
import { journalPath } from "./journal-names.ts";
import type { JournalEnd, Position, TornLine } from "./journal-position.ts";
import { readLines } from "./lines.ts";
import { PlacedFile } from "./placed-file.ts";
import { damageIn, TextFault } from "./text-fault.ts";

/** What is written to see whether it can be: no line, so that a crash leaves but a torn one. */
const sample = Buffer.alloc(4096, " ");

const nothing = () => undefined;

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
  async create(store: string, guard: Guard): Promise<void> {
    const line = Buffer.from(`${encodeLine(newHeader(store, this.first))}\n`);
    const write = async (file: FileHandle) => {
      await writeAll(file, line);
      await guard();
    };
    await replaceFile(this.path, write, this.#fs);
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
  async append(lines: string, guard: Guard): Promise<void> {
    const bytes = Buffer.from(lines);
    await this.#write(bytes, guard);
    this.#needsCut = false;
    for (let start = 0, end = bytes.indexOf("\n"); end >= 0; end = bytes.indexOf("\n", start)) {
      this.#good.accept(bytes.subarray(start, end));
      start = end + 1;
    }
  }

  /**
   * Finds out whether a change could be kept. The file itself is written to only after a write that failed.
   * @throws JournalGone, DataReplaced, LockLost, and what the file system throws
   */
  async tryWriting(guard: Guard): Promise<void> {
    if (this.#hasFailed) {
      await this.#write(sample, guard);
      await this.#cut(guard);
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
  async settle(guard: Guard): Promise<void> {
    if (this.#needsCut) await this.#cut(guard);
  }

  /** Moves a torn line out of the way, into a file of its own. */
  async setAside({ bytes }: TornLine, guard: Guard): Promise<string> {
    const aside = `${this.path}.torn-${this.#good.bytes}`;
    await replaceFile(aside, (file) => writeAll(file, bytes), this.#fs);
    this.#needsCut = true;
    await this.#cut(guard);
    return aside;
  }

  async close(): Promise<void> {
    const file = this.#file;
    this.#file = undefined;
    // All that matters has been synced, or was refused.
    await file?.handle.close().catch(() => undefined);
  }

  /** The open file, which is there as it was left. @throws JournalGone, DataReplaced, LockLost */
  async #openFile(guard: Guard): Promise<PlacedFile> {
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
    await guard();
    return this.#file;
  }

  async #checkContent(handle: FileHandle): Promise<void> {
    const content = await this.#good.compare(handle);
    const isAsLeft = content === "same" || (content === "grown" && this.#needsCut);
    if (!isAsLeft) throw new DataReplaced("journal");
  }

  /** Behind the good bytes, down to the disk, in the file that is in its place then. */
  async #write(bytes: Buffer, guard: Guard): Promise<void> {
    this.#hasFailed = true;
    let isWritten = false;
    try {
      if (this.#needsCut) await this.#cut(guard);
      const file = await this.#openFile(guard);
      this.#needsCut = true;
      isWritten = true;
      await writeAll(file.handle, bytes, this.#good.bytes);
      await file.handle.datasync();
      const there = await PlacedFile.at(this.path, this.#fs);
      if (!file.isAt(there)) throw new DataReplaced("journal");
      // Whoever has taken the folder over since has read the journal without these lines, or has them too.
      await guard();
    } catch (error) {
      await this.close();
      // What can't be cut off now is cut off before the next change is written.
      const lost = await this.#cut(guard).then(nothing, (reason: unknown) => reason);
      throw lost instanceof LockLost || error instanceof LockLost ? new LockLost(isWritten) : error;
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

  async #cut(guard: Guard): Promise<void> {
    // Where it is gone, that may be another owner's doing.
    await guard();
    const { handle } = await PlacedFile.open(this.path, this.#fs);
    try {
      await guard();
      await this.#checkContent(handle);
      await handle.truncate(this.#good.bytes);
      await handle.datasync();
    } finally {
      await handle.close();
    }
    this.#needsCut = false;
  }
}
