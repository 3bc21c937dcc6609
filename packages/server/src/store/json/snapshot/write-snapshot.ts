import { checksum, checksumBytes, checksumText } from "../text/checksum.ts";
import {
  checksumsPerLine,
  type Snapshot,
  snapshotFormat,
  type SnapshotHeader,
  snapshotLines,
  snapshotLists,
} from "./snapshot.ts";

/** Each item is followed by a comma, except the last. */
function* listed<Item>(items: Iterable<Item>, text: (item: Item) => string): Generator<string> {
  let before: string | undefined;
  for (const item of items) {
    if (before !== undefined) yield `${before},`;
    before = text(item);
  }
  if (before !== undefined) yield before;
}

function* contentLines(snapshot: Snapshot): Generator<string> {
  const { store, lastChange, standsAlone, nextIds, tokensOverUntil } = snapshot;
  const header: SnapshotHeader = {
    format: snapshotFormat,
    store,
    lastChange,
    standsAlone,
    nextIds,
    ...(tokensOverUntil !== undefined && { tokensOverUntil }),
  };
  yield `${JSON.stringify(header).slice(0, -1)},`;
  for (const name of snapshotLists(snapshotFormat)) {
    yield snapshotLines.listStart(name);
    yield* listed<object>(snapshot[name], (record) => JSON.stringify(record));
    yield snapshotLines.listEnd;
  }
}

/** The checksums of lines, joined into texts of as many as a line of the file holds. */
class Checksums {
  readonly #full: string[] = [];
  /**
   * Kept as bytes: a short text for each sum, all kept until the end, would take twenty times the
   * memory.
   */
  readonly #begun = Buffer.alloc(checksumsPerLine * checksumBytes);
  #begunBytes = 0;

  add(line: string): void {
    this.#begunBytes = this.#begun.writeUInt32BE(checksum(line), this.#begunBytes);
    if (this.#begunBytes < this.#begun.length) return;
    this.#full.push(this.#begun.toString("hex"));
    this.#begunBytes = 0;
  }

  *lines(): Generator<string> {
    const begun = this.#begun.toString("hex", 0, this.#begunBytes);
    const groups = begun === "" ? this.#full : [...this.#full, begun];
    yield snapshotLines.checksumsStart;
    yield* listed(groups, (group) => `"${group}"`);
    yield snapshotLines.listEnd;
  }
}

/** A snapshot's text without its end, one line at a time, with newlines. */
function* snapshotText(snapshot: Snapshot): Generator<string> {
  const sums = new Checksums();
  for (const line of contentLines(snapshot)) {
    sums.add(line);
    yield `${line}\n`;
  }
  let sumOfSums = 0;
  for (const line of sums.lines()) {
    sumOfSums = checksum(`${line}\n`, sumOfSums);
    yield `${line}\n`;
  }
  yield snapshotLines.sumOfSums(checksumText(sumOfSums));
}

const chunkLength = 64 * 1024;

/** Joins short pieces into chunks that are worth a system call each. */
export function* chunked(pieces: Iterable<string>): Generator<Buffer> {
  let chunk: string[] = [];
  let length = 0;
  for (const piece of pieces) {
    chunk.push(piece);
    length += piece.length;
    if (length >= chunkLength) {
      yield Buffer.from(chunk.join(""));
      chunk = [];
      length = 0;
    }
  }
  if (chunk.length > 0) yield Buffer.from(chunk.join(""));
}

/** A snapshot's text, in chunks. */
export function* snapshotChunks(snapshot: Snapshot): Generator<Buffer> {
  let sum = 0;
  for (const chunk of chunked(snapshotText(snapshot))) {
    sum = checksum(chunk, sum);
    yield chunk;
  }
  yield Buffer.from(`${snapshotLines.sumOfAll(checksumText(sum))}\n`);
}
