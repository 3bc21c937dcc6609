import type { IncomingMessage } from "node:http";
import type { Bodies } from "../middleware/bodies.ts";
import { Refusal, throttled } from "../domain/refusal.ts";
import { networkOf } from "./network-of.ts";

export interface BodyLimits {
  /** The maximum memory for all bodies that are being read or processed at the same time. */
  maxBodiesBytes: number;
  /** The time after which a body must have arrived at the minimum rate; otherwise its client is disconnected. */
  bodyGraceMs: number;
  minBodyBytesPerSecond: number;
}

interface Body {
  request: IncomingMessage;
  network: string;
  /** The memory that the body takes, including overhead. */
  heldBytes: number;
  receivedBytes: number;
  pieces: number;
  startedMs: number;
  isComing: boolean;
}

/** The memory overhead of each piece of a body, which matters if a client sends single bytes. */
const pieceBytes = 200;

/** The number of small pieces that a body may have, because each piece takes time, and the size from which a piece isn't small. */
const maxSmallPieces = 1000;
const minBytesInPiece = 16;

const noRoom = () => throttled(1000, { isBodyUnread: true });

const tooManyPieces = () =>
  new Refusal(
    "body_too_large",
    { detail: "The body was sent in too many small pieces." },
    { isBodyUnread: true },
  );

/**
 * Tracks the bodies that are being received or processed, and the memory that they take together. If that is too much,
 * the network that uses most of it loses the largest of its bodies that are still being received. So a client that
 * sends little gets through, however many large or unfinished bodies another one sends.
 */
export class BodiesUnderWay implements Bodies {
  readonly #limits: BodyLimits;
  readonly #nowMs: () => number;
  readonly #bodies = new Map<IncomingMessage, Body>();
  #heldBytes = 0;

  constructor(limits: BodyLimits, nowMs: () => number) {
    this.#limits = limits;
    this.#nowMs = nowMs;
  }

  begin(request: IncomingMessage, address: string): void {
    const startedMs = this.#nowMs();
    const network = networkOf(address);
    const counted = { heldBytes: 0, receivedBytes: 0, pieces: 0, isComing: true };
    const body: Body = { request, network, startedMs, ...counted };
    this.#bodies.set(request, body);
    request.once("end", () => (body.isComing = false));
    // Without a listener, the error would be thrown if the reader of the body has already stopped.
    request.on("error", () => undefined);
    request.on("data", (piece: Buffer) => this.#grow(body, piece.length));
  }

  end(request: IncomingMessage): void {
    const body = this.#bodies.get(request);
    if (!body) return;
    this.#bodies.delete(request);
    this.#heldBytes -= body.heldBytes;
  }

  /** Returns the requests whose bodies arrive more slowly than any real connection. */
  slow(): IncomingMessage[] {
    const { bodyGraceMs, minBodyBytesPerSecond } = this.#limits;
    const nowMs = this.#nowMs();
    const isSlow = ({ isComing, startedMs, receivedBytes }: Body) =>
      isComing &&
      receivedBytes < ((nowMs - startedMs - bodyGraceMs) / 1000) * minBodyBytesPerSecond;
    return [...this.#bodies.values()].filter(isSlow).map(({ request }) => request);
  }

  get heldBytes(): number {
    return this.#heldBytes;
  }

  #grow(body: Body, bytes: number): void {
    // Another piece of a refused request may still arrive.
    if (this.#bodies.get(body.request) !== body) return;
    body.receivedBytes += bytes;
    body.pieces += 1;
    if ((body.pieces - maxSmallPieces) * minBytesInPiece > body.receivedBytes) {
      this.#refuse(body, tooManyPieces());
      return;
    }
    body.heldBytes += bytes + pieceBytes;
    this.#heldBytes += bytes + pieceBytes;
    while (this.#heldBytes > this.#limits.maxBodiesBytes) {
      const largest = this.#largestToGo() ?? body;
      this.#refuse(largest, noRoom());
      if (largest === body) return;
    }
  }

  #refuse(body: Body, refusal: Refusal): void {
    this.end(body.request);
    body.isComing = false;
    body.request.emit("error", refusal);
  }

  #largestToGo(): Body | undefined {
    const coming = [...this.#bodies.values()].filter(({ isComing }) => isComing);
    const held = new Map<string, number>();
    // A body being processed counts for its network, but can't be given up any more.
    for (const { network, heldBytes } of this.#bodies.values()) {
      held.set(network, (held.get(network) ?? 0) + heldBytes);
    }
    const heldBy = ({ network }: Body) => held.get(network) ?? 0;
    let largest: Body | undefined;
    for (const body of coming) {
      const more = largest ? heldBy(body) - heldBy(largest) : 1;
      if (!largest || more > 0 || (more === 0 && body.heldBytes > largest.heldBytes))
        largest = body;
    }
    return largest;
  }
}
