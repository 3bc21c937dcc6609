/**
 * The changes after a snapshot, one per line: `journal.7.jsonl` holds change 7 and the following ones. Only the last
 * journal of a folder is written to.
 */
import type { FileHandle } from "node:fs/promises";
import { type FileSystem, replaceFile, unlessMissing, writeAll } from "@outlay/files";
import type { Change } from "./change.ts";
import { DataReplaced, LockLost } from "../../store-errors.ts";
import { VerifiedPrefix } from "./verified-prefix.ts";
import type { Guard } from "./guard.ts";
import { decodeLine, encodeLine } from "./journal-line.ts";
import { newHeader, readHeader } from "./journal-header.ts";
import { journalPath } from "./journal-names.ts";
import type { JournalEnd, Position } from "./journal-position.ts";
import { openPlain } from "../text/open-plain.ts";
import { PlacedFile, versionOf } from "../text/placed-file.ts";
import { damageIn, TextFault } from "../text/text-fault.ts";
import { type TornLine, tornLine } from "./torn-line.ts";

/** Written to test whether writing is possible. It isn't a complete line, so a crash leaves only a torn one. */
const sample = Buffer.alloc(4096, " ");

const nothing = () => undefined;

export class Journal {
  readonly path: string;
  readonly first: number;
  /** Whether its format is no longer written. */
  isOutdated = false;
  readonly #fs: FileSystem;
  #file: PlacedFile | undefined;
  #verified = new VerifiedPrefix();
  /** Whether the last write may have left bytes after the valid part. */
  #needsCut = false;
  /** Whether the last write failed; only another attempt can tell whether the next one would. */
  #hasFailed = false;

  constructor(folder: string, first: number, fs: FileSystem) {
    this.path = journalPath(folder, first);
    this.first = first;
    this.#fs = fs;
  }

  get sizeBytes(): number {
    return this.#verified.bytes;
  }

  /** Creates the file without changes, replacing one that a failed fold left. */
  async create(store: string, guard: Guard): Promise<void> {
    const line = Buffer.from(`${encodeLine(newHeader(store, this.first))}\n`);
    const verified = new VerifiedPrefix();
    verified.accept(line.subarray(0, -1));
    const write = async (file: FileHandle) => {
      await writeAll(file, line);
      verified.version = await versionOf(file);
      await guard();
    };
    await replaceFile(this.path, write, this.#fs);
    this.#verified = verified;
  }

  /**
   * Continues reading where the last read ended.
   * @param position the store that it must belong to, where that is known, and the last change before
   * @throws DataDamaged, and whatever the file system throws: ENOENT if there is no such journal
   */
  async read(position: Position, onChange: (change: Change) => void): Promise<JournalEnd> {
    let { store, lastChange } = position;
    const onLine = (line: Buffer) => {
      const lineNumber = this.#verified.lines + 1;
      const value = decodeLine(line);
      if (value === undefined) throw new TextFault(lineNumber, "its checksum is wrong");
      if (lineNumber === 1) {
        const header = readHeader(value, store, this.first);
        this.isOutdated = header.isOutdated;
        store = header.store;
      } else {
        const { change: number, ...change } = value as Change & { change: number };
        if (number !== lastChange + 1) {
          const what = `change ${lastChange + 1} should be here, not ${number}`;
          throw new TextFault(lineNumber, what);
        }
        onChange(change);
        lastChange = number;
      }
      this.#verified.accept(line);
    };
    try {
      const file = await openPlain(this.path, this.#fs);
      try {
        const rest = await this.#verified.readOn(file, onLine);
        return {
          store: store ?? "",
          lastChange,
          torn: tornLine(this.path, this.#verified.lines, rest),
        };
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
   * Compares the file with the part last read or written here. `changed`: a line that was read no longer exists. The
   * process that wrote it could not sync it, cut it off, and confirmed it to nobody.
   */
  async look(): Promise<"same" | "grown" | "changed"> {
    const file = await openPlain(this.path, this.#fs);
    try {
      return await this.#verified.compare(file);
    } finally {
      await file.close();
    }
  }

  /** Stores changes durably, all or none, whatever fails on the way. @param lines as returned by `changeLines` */
  async append(lines: string, guard: Guard): Promise<void> {
    const bytes = Buffer.from(lines);
    const version = await this.#write(bytes, guard);
    this.#needsCut = false;
    for (let start = 0, end = bytes.indexOf("\n"); end >= 0; end = bytes.indexOf("\n", start)) {
      this.#verified.accept(bytes.subarray(start, end));
      start = end + 1;
    }
    this.#verified.version = version;
  }

  /**
   * Finds out whether a change could be stored. The file itself is written to only after a failed write.
   * @throws JournalGone, DataReplaced, LockLost, and whatever the file system throws
   */
  async tryWriting(guard: Guard): Promise<void> {
    if (this.#hasFailed) {
      await this.#write(sample, guard);
      await this.#cut(guard);
    }
    await this.checkPlace();
  }

  /** @throws JournalGone, DataReplaced where it isn't as it was last read or written */
  async checkPlace(): Promise<void> {
    if (this.#isAsLeft(await PlacedFile.at(this.path, this.#fs))) return;
    const { handle } = await PlacedFile.open(this.path, this.#fs);
    try {
      await this.#checkContent(handle);
    } finally {
      await handle.close();
    }
  }

  /** Cuts off bytes that a failed write may have left. Another journal may only follow valid lines. */
  async settle(guard: Guard): Promise<void> {
    if (this.#needsCut) await this.#cut(guard);
  }

  /** Moves a torn line out of the way, into a file of its own. */
  async setAside({ bytes }: TornLine, guard: Guard): Promise<string> {
    const aside = `${this.path}.torn-${this.#verified.bytes}`;
    await replaceFile(aside, (file) => writeAll(file, bytes), this.#fs);
    this.#needsCut = true;
    await this.#cut(guard);
    return aside;
  }

  async close(): Promise<void> {
    const file = this.#file;
    this.#file = undefined;
    // Everything that matters has been synced, or was refused.
    await file?.handle.close().catch(() => undefined);
  }

  /** The open file, after checking that it is unchanged. @throws JournalGone, DataReplaced, LockLost */
  async #openFile(guard: Guard): Promise<PlacedFile> {
    if (this.#file) {
      const there = await PlacedFile.at(this.path, this.#fs);
      if (this.#file.isAt(there) && this.#isAsLeft(there)) return this.#file;
      await this.close();
    }
    const file = await PlacedFile.open(this.path, this.#fs);
    this.#file = file;
    await this.#checkContent(file.handle);
    await guard();
    return file;
  }

  #isAsLeft = ({ version }: { version: string }): boolean => version === this.#verified.version;

  /** Another file, or one that was written to, is equally good if it has all lines. @throws DataReplaced */
  async #checkContent(handle: FileHandle): Promise<void> {
    const version = await versionOf(handle);
    if (this.#isAsLeft({ version })) return;
    const content = await this.#verified.compareLines(handle);
    const isAsLeft = content === "same" || (content === "grown" && this.#needsCut);
    if (!isAsLeft) throw new DataReplaced("journal");
    if (content === "same") this.#verified.version = version;
  }

  /** Writes durably after the valid part, in the file of the journal's name. @returns that file's version */
  async #write(bytes: Buffer, guard: Guard): Promise<string> {
    this.#hasFailed = true;
    let isWritten = false;
    let version: string;
    try {
      if (this.#needsCut) await this.#cut(guard);
      const file = await this.#openFile(guard);
      this.#needsCut = true;
      this.#verified.version = undefined;
      isWritten = true;
      await writeAll(file.handle, bytes, this.#verified.bytes);
      await file.handle.datasync();
      const there = await PlacedFile.at(this.path, this.#fs);
      const isWhole = there.sizeBytes === this.#verified.bytes + bytes.length;
      if (!file.isAt(there) || !isWhole) throw new DataReplaced("journal");
      version = there.version;
      // A process that has taken over the folder since has read the journal either with these lines or without.
      await guard();
    } catch (error) {
      await this.close();
      // If it can't be cut off now, it is cut off before the next change is written.
      const lost = await this.#cut(guard).then(nothing, (reason: unknown) => reason);
      throw lost instanceof LockLost || error instanceof LockLost ? new LockLost(isWritten) : error;
    }
    this.#hasFailed = false;
    return version;
  }

  async #cut(guard: Guard): Promise<void> {
    // A missing file may be another owner's doing.
    await guard();
    const { handle } = await PlacedFile.open(this.path, this.#fs);
    try {
      await guard();
      await this.#checkContent(handle);
      await handle.truncate(this.#verified.bytes);
      await handle.datasync();
    } finally {
      await handle.close();
    }
    this.#needsCut = false;
  }
}
