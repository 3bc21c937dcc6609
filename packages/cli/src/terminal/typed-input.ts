/**
 * The keyboard as a source of single lines: each question is given one line, and text pasted after it is kept
 * for the next questions.
 */
import { PassThrough } from "node:stream";
import { setImmediate as turn } from "node:timers/promises";

const enter = [0x0d, 0x0a];
const interrupt = 0x03;

const drop = () => undefined;

export interface QuestionInput {
  /** The stream that a question reads as if it were the keyboard. */
  stream: NodeJS.ReadStream;
  /** Detaches the keyboard from the question. */
  end: () => void;
  /** Drops a refused line: the question then gets another one, which has to be typed. */
  refuse: () => void;
  /** Aborted if the question ends without an answer: by Ctrl-D, or because the terminal is gone. */
  signal: AbortSignal;
}

export class TypedInput {
  readonly #keyboard: () => NodeJS.ReadStream;
  #rest = Buffer.alloc(0);

  /** @param keyboard opened when there is something to ask */
  constructor(keyboard: () => NodeJS.ReadStream) {
    this.#keyboard = keyboard;
  }

  /** @param takesTypedAhead whether earlier input may answer the question; false if that could do harm */
  async open(takesTypedAhead: boolean): Promise<QuestionInput> {
    const keyboard = this.#keyboard();
    if (!takesTypedAhead) await this.#dropTypedAhead(keyboard);
    const ended = new AbortController();
    const stream = new PassThrough();
    let hasLine = false;
    let isEnded = false;

    const refuse = () => {
      this.#rest = Buffer.alloc(0);
      hasLine = false;
    };
    const give = () => {
      if (hasLine || this.#rest.length === 0) return;
      const end = this.#rest.findIndex((byte) => enter.includes(byte));
      hasLine = end >= 0;
      const taken = hasLine ? end + 1 : this.#rest.length;
      const line = this.#rest.subarray(0, taken);
      // Together, these two bytes are one Enter.
      const isPair = hasLine && this.#rest[end] === enter[0] && this.#rest[taken] === enter[1];
      this.#rest = this.#rest.subarray(isPair ? taken + 1 : taken);
      stream.write(line);
      // If no earlier input may be used, the same question asks again after an unknown answer.
      if (hasLine && !takesTypedAhead) refuse();
    };
    const onData = (chunk: Buffer) => {
      // Ctrl-C works at once, even while an answer is being checked.
      if (hasLine && chunk.includes(interrupt)) stream.write(Buffer.of(interrupt));
      this.#rest = Buffer.concat([this.#rest, chunk]);
      give();
    };
    const onEnd = () => stream.end();
    const end = () => {
      isEnded = true;
      keyboard.off("data", onData).off("end", onEnd);
      keyboard.pause();
    };

    // Readline changes the raw mode when it closes, and when Ctrl-Z stops the program; only in the second case
    // does it continue to listen. An answer is processed before the next turn of the event loop.
    const setRawMode = (isRaw: boolean) => {
      keyboard.setRawMode(isRaw);
      const look = () => {
        if (!isEnded && stream.listenerCount("end") === 0) ended.abort();
      };
      if (!isRaw) setImmediate(look);
      return stream;
    };
    const listen = () => {
      if (isEnded) return;
      keyboard.on("data", onData).on("end", onEnd);
      keyboard.resume();
      give();
    };
    setImmediate(listen);

    return {
      stream: Object.assign(stream, { isTTY: false, setRawMode }) as unknown as NodeJS.ReadStream,
      end,
      refuse,
      signal: ended.signal,
    };
  }

  /**
   * Waits for input already in the terminal, which arrives within one turn of the event loop, before the
   * question is shown.
   */
  async #dropTypedAhead(keyboard: NodeJS.ReadStream): Promise<void> {
    this.#rest = Buffer.alloc(0);
    keyboard.on("data", drop).resume();
    await turn();
    await turn();
    keyboard.off("data", drop).pause();
  }
}
