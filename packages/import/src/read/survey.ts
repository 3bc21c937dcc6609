/** Takes a first look at all the bytes, to find the kind of file and its encoding. */
import { isAscii } from "node:buffer";
import { createHash } from "node:crypto";
import { unreadable, unsureOf } from "../refusal.ts";
import { guessEncoding } from "./guess-encoding.ts";
import { knownEncoding } from "../given/known-encoding.ts";
import { otherKindOf } from "./other-kinds.ts";
import type { Source } from "./source.ts";

export interface Survey {
  /** The encoding's name for `TextDecoder`. */
  encoding: string;
  /** A digest of the file's bytes. */
  digest: string;
  sizeBytes: number;
}

const sampleBytes = 64 * 1024;

/** Recognises UTF-16 without a byte order mark: every second byte of plain text is zero. */
function utf16Without(start: Uint8Array): string | undefined {
  const zeros = [0, 0];
  start.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const many = start.length / 4;
  if (odd > many && even < odd / 10) return "utf-16le";
  return even > many && odd < even / 10 ? "utf-16be" : undefined;
}

function markedEncoding(start: Uint8Array): string | undefined {
  const [a, b, c] = start;
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if (a === 0xff && b === 0xfe) return "utf-16le";
  return a === 0xfe && b === 0xff ? "utf-16be" : undefined;
}

function refuseOtherKinds(name: string, start: Uint8Array): void {
  const kind = otherKindOf(start, markedEncoding(start) ?? utf16Without(start) ?? "utf-8");
  if (kind === undefined) return;
  throw unreadable(`${name} ${kind}, not CSV.`, "Export it as CSV and import that.");
}

/** Keeps the lines with characters beyond ASCII, up to a limit. */
class NonAsciiSample {
  readonly #parts: Uint8Array[] = [];
  #size = 0;

  add(chunk: Uint8Array): void {
    // A fast path: most pieces of nearly all files are ASCII.
    if (isAscii(chunk)) return;
    let start = 0;
    while (this.#size < sampleBytes && start < chunk.length) {
      const newline = chunk.indexOf(10, start);
      const end = newline < 0 ? chunk.length : newline + 1;
      const line = chunk.subarray(start, end);
      if (line.some((byte) => byte > 0x7f)) {
        const part = line.subarray(0, sampleBytes);
        this.#parts.push(part);
        this.#size += part.length;
      }
      start = end;
    }
  }

  get bytes(): Uint8Array {
    return Buffer.concat(this.#parts);
  }
}

/** Counts letters that are valid UTF-8, and bytes that are part of none. */
class Utf8Tally {
  #good = 0;
  #bad = 0;
  #line = 1;
  #pending = 0;
  brokenLine = 0;

  add(chunk: Uint8Array): void {
    if (this.#pending === 0 && isAscii(chunk)) this.#skip(chunk);
    else this.#look(chunk);
  }

  #skip(chunk: Uint8Array): void {
    for (let at = chunk.indexOf(0x0a); at >= 0; at = chunk.indexOf(0x0a, at + 1)) this.#line += 1;
  }

  #look(chunk: Uint8Array): void {
    for (const byte of chunk) {
      if (this.#pending > 0) {
        if ((byte & 0xc0) === 0x80) {
          this.#pending -= 1;
          if (this.#pending === 0) this.#good += 1;
          continue;
        }
        this.#pending = 0;
        this.#break();
      }
      if (byte === 0x0a) this.#line += 1;
      else if (byte >= 0xc2 && byte <= 0xf4) this.#pending = byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
      else if (byte > 0x7f) this.#break();
    }
  }

  #break(): void {
    this.#bad += 1;
    this.brokenLine ||= this.#line;
  }

  /** In other encodings, letters that look like UTF-8 occur by chance, but rarely. */
  get isNearlyUtf8(): boolean {
    return this.#good >= 3 && this.#good >= 3 * this.#bad;
  }

  /**
   * Whether parts of the file are in UTF-8. In an encoding of one byte per letter, two such letters are hardly
   * a coincidence.
   */
  isPartlyUtf8(guessed: string): boolean {
    return this.#good >= 2 && /^(?:windows|iso|macintosh)/.test(guessed);
  }
}

/**
 * Reads the whole file once.
 * @param given the encoding to use instead of detecting it
 * @throws ImportRefusal unsure, unreadable, bad_option
 */
export async function survey(source: Source, given?: string): Promise<Survey> {
  const hash = createHash("sha256");
  const utf8 = new TextDecoder("utf-8", { fatal: true });
  const sample = new NonAsciiSample();
  let start: Uint8Array = new Uint8Array();
  let isUtf8 = true;
  const tally = new Utf8Tally();
  let hasZeros = false;
  let sizeBytes = 0;
  for await (const chunk of source.chunks()) {
    if (start.length < 4096) start = Buffer.concat([start, chunk.subarray(0, 4096)]);
    hash.update(chunk);
    sizeBytes += chunk.length;
    hasZeros ||= chunk.includes(0);
    sample.add(chunk);
    tally.add(chunk);
    try {
      if (isUtf8) utf8.decode(chunk, { stream: true });
    } catch {
      isUtf8 = false;
    }
  }
  try {
    if (isUtf8) utf8.decode();
  } catch {
    isUtf8 = false;
  }
  refuseOtherKinds(source.name, start);
  const digest = hash.digest("base64url");
  const found = given === undefined ? undefined : knownEncoding(given);
  const encoding = found ?? markedEncoding(start) ?? utf16Without(start);
  if (hasZeros && !encoding?.startsWith("utf-16")) {
    throw unreadable(
      `${source.name} is not text: it contains NUL bytes.`,
      "Export it as CSV and import that.",
    );
  }
  if (encoding === undefined && !isUtf8 && tally.isNearlyUtf8) {
    throw unsureOf(
      `${source.name} is in UTF-8, but line ${tally.brokenLine} contains bytes that aren't valid UTF-8.`,
      "Export it again. To import it with \uFFFD in place of those bytes: --encoding utf-8",
    );
  }
  const guessed = encoding === undefined && !isUtf8 ? guessEncoding(sample.bytes) : undefined;
  if (guessed !== undefined && tally.isPartlyUtf8(guessed)) {
    throw unsureOf(
      `${source.name} mixes encodings: some lines are in UTF-8, but others, such as line ${tally.brokenLine}, aren't.`,
      `Export it again in a single encoding. To read the whole file in one anyway: --encoding ${guessed}`,
    );
  }
  return {
    encoding: encoding ?? guessed ?? "utf-8",
    digest,
    sizeBytes,
  };
}
