import type { FileHandle } from "node:fs/promises";
import { checksum, checksumText } from "../text/checksum.ts";
import {
  emptySnapshot,
  isSnapshotFormat,
  type ListName,
  type Snapshot,
  type SnapshotHeader,
  snapshotLines,
  snapshotLists,
} from "./snapshot.ts";
import { recordKinds } from "../memory/record-kinds.ts";
import { ListText } from "../memory/unread-records.ts";

const chunkBytes = 1 << 20;
/** No line that Outlay writes is this long; a longer one isn't searched again with every chunk. */
const maxLineBytes = 64 * chunkBytes;
const newline = "\n";
const listEnd = snapshotLines.listEnd + newline;
const endLength = snapshotLines.sumOfAll(checksumText(0)).length + newline.length;

/**
 * The text isn't a valid snapshot. `findFault` then finds the place and the reason line by line.
 */
class Unreadable extends Error {
  override name = "Unreadable";
}

/** A file's text from the beginning, in large pieces, with the checksum of everything read. */
class Pieces {
  sum = 0;
  readonly #file: FileHandle;
  readonly #endBytes: number;
  #position = 0;
  #memory: Buffer = Buffer.alloc(0);
  /** The bytes that were read and not yet taken: a part of the memory. */
  #bytes: Buffer = Buffer.alloc(0);

  constructor(file: FileHandle, endBytes: number) {
    this.#file = file;
    this.#endBytes = endBytes;
  }

  /** The next line, without its newline. */
  async line(): Promise<string> {
    let end = this.#bytes.indexOf(newline);
    while (end < 0) {
      await this.#readMore();
      end = this.#bytes.indexOf(newline);
    }
    return this.#take(end, newline.length);
  }

  /**
   * The values of a list whose first line has been read, as text; the line that ends the list is
   * read too.
   */
  async list(): Promise<string[]> {
    const pieces: string[] = [];
    while (!this.#isAt(listEnd)) {
      const end = this.#bytes.indexOf(`}${newline}${listEnd}`);
      const isLast = end >= 0;
      // Up to the last complete value; many at once, because each call of the parser has its price.
      const length = (isLast ? end : this.#bytes.lastIndexOf(`},${newline}`)) + 1;
      if (length === 0) await this.#readMore();
      else {
        pieces.push(this.#take(length, isLast ? newline.length : `,${newline}`.length));
      }
    }
    this.#take(0, listEnd.length);
    return pieces;
  }

  async rest(): Promise<void> {
    while (this.#position < this.#endBytes) {
      this.#bytes = Buffer.alloc(0);
      await this.#readMore();
    }
  }

  #isAt(text: string): boolean {
    return this.#bytes.subarray(0, text.length).equals(Buffer.from(text));
  }

  #take(length: number, skipped: number): string {
    const text = this.#bytes.toString("utf8", 0, length);
    this.#bytes = this.#bytes.subarray(length + skipped);
    return text;
  }

  async #readMore(): Promise<void> {
    if (this.#bytes.length > maxLineBytes) throw new Unreadable();
    const length = Math.max(Math.min(chunkBytes, this.#endBytes - this.#position), 0);
    const kept = this.#bytes.length;
    // Reuses the same memory after the remaining bytes: new memory for each piece takes a sixth of
    // the time.
    if (this.#memory.length >= kept + length) this.#bytes.copy(this.#memory);
    else this.#memory = Buffer.concat([this.#bytes], 2 * (kept + length));
    const { bytesRead } = await this.#file.read(this.#memory, kept, length, this.#position);
    if (bytesRead === 0) throw new Unreadable();
    this.#bytes = this.#memory.subarray(0, kept + bytesRead);
    this.sum = checksum(this.#bytes.subarray(kept), this.sum);
    this.#position += bytesRead;
  }
}

async function readHeader(pieces: Pieces): Promise<SnapshotHeader> {
  const header = JSON.parse(`${(await pieces.line()).slice(0, -1)}}`) as SnapshotHeader;
  if (!isSnapshotFormat(header.format)) throw new Unreadable();
  return header;
}

const isReadOnDemand = (name: ListName): boolean =>
  name !== "users" && name !== "revokedTokens" && recordKinds[name].isReadOnDemand === true;

async function readChecked(file: FileHandle, sizeBytes: number): Promise<Snapshot> {
  const contentBytes = sizeBytes - endLength;
  const pieces = new Pieces(file, contentBytes);
  const header = await readHeader(pieces);
  const lists: Partial<Record<ListName, Iterable<object>>> = {};
  for (const name of snapshotLists(header.format)) {
    if ((await pieces.line()) !== snapshotLines.listStart(name)) throw new Unreadable();
    const text = new ListText<object>(await pieces.list());
    lists[name] = isReadOnDemand(name) ? text : [...text];
  }
  await pieces.rest();
  const end = Buffer.alloc(endLength);
  await file.read(end, 0, endLength, contentBytes);
  const wantedEnd = snapshotLines.sumOfAll(checksumText(pieces.sum)) + newline;
  if (end.toString("latin1") !== wantedEnd) throw new Unreadable();
  // The checksum guarantees that this is the text once written here.
  const nextIds = { ...emptySnapshot.nextIds, ...header.nextIds };
  return { ...emptySnapshot, ...header, nextIds, ...(lists as Partial<Snapshot>) };
}

/**
 * Reads a snapshot, and trusts it because the checksum over the whole file is right; undefined if
 * anything isn't as it was written.
 */
export async function readSnapshot(
  file: FileHandle,
  sizeBytes: number,
): Promise<Snapshot | undefined> {
  try {
    return await readChecked(file, sizeBytes);
  } catch (error) {
    if (error instanceof Unreadable || error instanceof SyntaxError) return undefined;
    throw error;
  }
}
