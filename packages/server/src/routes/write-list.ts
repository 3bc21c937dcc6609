import { answer } from "../middleware/answer.ts";
import { Readable } from "node:stream";
import { setImmediate } from "node:timers/promises";
import { totalCountHeader } from "@outlay/shared";
import type { Context } from "koa";

/** A list as the answer to a request. */
export interface Listed<Item> {
  items: readonly Item[];
  /** How many there are in all. */
  total: number;
  /** The parameters of the request for what follows; null where nothing does. */
  next: URLSearchParams | null;
}

/** So many are made text at once, which takes a millisecond or so. */
const pieceLength = 500;

async function* jsonPieces<Item>(items: readonly Item[], toWire: (item: Item) => object) {
  for (let start = 0; start < items.length; start += pieceLength) {
    const piece = items.slice(start, start + pieceLength).map((item) => toWire(item));
    const text = JSON.stringify(piece).slice(1, -1);
    yield start === 0 ? `[${text}` : `,${text}`;
    // Who reads faster than we write would keep everybody else waiting.
    await setImmediate();
  }
  yield "]";
}

/** Answers with a JSON array. A long one is written in pieces, so that its length doesn't matter. */
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
