import { answer } from "../middleware/answer.ts";
import { Readable } from "node:stream";
import { setImmediate } from "node:timers/promises";
import { totalCountHeader } from "@outlay/shared";
import type { Context } from "koa";

/** A list as the answer to a request. */
export interface Listed<Item> {
  items: readonly Item[];
  /** The total number of items. */
  total: number;
  /** The parameters that request the next page; null for the last one. */
  next: URLSearchParams | null;
}

/** The items turned into text at once, which takes about a millisecond. */
const pieceLength = 500;

async function* jsonPieces<Item>(items: readonly Item[], toWire: (item: Item) => object) {
  for (let start = 0; start < items.length; start += pieceLength) {
    const piece = items.slice(start, start + pieceLength).map((item) => toWire(item));
    const text = JSON.stringify(piece).slice(1, -1);
    yield start === 0 ? `[${text}` : `,${text}`;
    // A client that reads faster than this writes would keep all others waiting.
    await setImmediate();
  }
  yield "]";
}

/**
 * Answers with a JSON array. A long one is written in pieces, so that its length doesn't matter.
 */
export function writeList<Item>(
  ctx: Context,
  path: string,
  { items, total, next }: Listed<Item>,
  toWire: (item: Item) => object,
): void {
  ctx.set(totalCountHeader, String(total));
  if (next) ctx.set("Link", `<${path}?${next.toString()}>; rel="next"`);
  if (items.length <= pieceLength) {
    answer(
      ctx,
      items.map((item) => toWire(item)),
    );
    return;
  }
  ctx.type = "json";
  ctx.body = Readable.from(jsonPieces(items, toWire));
}
