/**
 * Finds the ends of JSON values without parsing them, so that oversized bodies are refused while they are still
 * bytes. A mebibyte of brackets would become half a million objects, which takes a thousand times as long.
 */
import { malformedBody, Refusal } from "../domain/refusal.ts";

/** The maximum depth of a body. No body of the API has more than four levels. */
const maxDepth = 100;

/**
 * The limits on the bytes and values of a body, or of one expense in an import. Real ones have far fewer.
 */
const maxPartBytes = 1024 * 1024;
export const maxPartValues = 10_000;

export const code = {
  tab: 0x09,
  lineFeed: 0x0a,
  carriageReturn: 0x0d,
  space: 0x20,
  quote: 0x22,
  comma: 0x2c,
  colon: 0x3a,
  openList: 0x5b,
  backslash: 0x5c,
  closeList: 0x5d,
  openObject: 0x7b,
  closeObject: 0x7d,
} as const;

export const tooManyValues = (max: number) =>
  new Refusal("body_too_large", { detail: `The body has more than ${max} values.` });

const partTooLarge = () =>
  new Refusal("body_too_large", {
    detail: `A part of the body is larger than ${maxPartBytes} bytes.`,
  });

const isSpace = (byte: number | undefined) =>
  byte === code.space ||
  byte === code.lineFeed ||
  byte === code.carriageReturn ||
  byte === code.tab;

/**
 * Returns the position of the next byte that isn't white space.
 * @throws Refusal body_too_large
 */
export function afterSpace(bytes: Buffer, start: number): number {
  let at = start;
  while (isSpace(bytes[at])) at += 1;
  if (at - start > maxPartBytes) throw partTooLarge();
  return at;
}

/**
 * Returns the position after the closing quote of the text that begins here, or the end of all bytes if there is
 * none.
 */
export function endOfText(bytes: Buffer, start: number): number {
  let at = bytes.indexOf(code.quote, start + 1);
  while (at !== -1) {
    let slashes = 0;
    while (bytes[at - 1 - slashes] === code.backslash) slashes += 1;
    if (slashes % 2 === 0) return at + 1;
    at = bytes.indexOf(code.quote, at + 1);
  }
  return bytes.length;
}

export interface Extent {
  /** The position after the value's last byte, or before a byte that can't belong to it. */
  end: number;
  /** The number of values in it, counting itself. */
  values: number;
}

/**
 * Finds the end of the value that begins here. It doesn't check whether the value is valid; the parser that gets
 * these bytes does.
 * @throws Refusal malformed_body if it is nested too deeply, body_too_large
 */
export function extentOf(bytes: Buffer, start: number, maxValues = maxPartValues): Extent {
  const last = Math.min(bytes.length, start + maxPartBytes);
  let depth = 0;
  let values = 1;
  let at = start;
  let isWhole = false;
  while (at < last) {
    const byte = bytes[at];
    if (byte === code.quote) {
      at = endOfText(bytes, at) - 1;
    } else if (byte === code.openObject || byte === code.openList) {
      depth += 1;
      values += 1;
      if (depth > maxDepth) {
        throw malformedBody(`JSON parse error - more than ${maxDepth} levels of nesting`);
      }
    } else if (byte === code.closeObject || byte === code.closeList) {
      if (depth === 0) return { end: at, values };
      depth -= 1;
    } else if (byte === code.comma) {
      if (depth === 0) return { end: at, values };
      values += 1;
    } else {
      at += 1;
      continue;
    }
    if (values > maxValues) throw tooManyValues(maxValues);
    at += 1;
    // A number or a word ends at the first byte that can't be part of it.
    isWhole = depth === 0;
    if (isWhole) break;
  }
  if (at > last || (!isWhole && last < bytes.length)) throw partTooLarge();
  return { end: at, values };
}
