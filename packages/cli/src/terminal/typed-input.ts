/** The keyboard, of which a question is given a line and no more: what is pasted behind it is for the questions after. */
import { PassThrough } from "node:stream";
import { setImmediate as turn } from "node:timers/promises";

const enter = [0x0d, 0x0a];
const interrupt = 0x03;

const drop = () => undefined;

export interface QuestionInput {
  /** A question reads from this as if it were the keyboard. */
  stream: NodeJS.ReadStream;
  /** Takes the keyboard away from the question. */
  end: () => void;
  /** The line was refused: the question is given another, which has to be typed. */
  refuse: () => void;
  /** Aborted where the question ends without an answer: by Ctrl-D, or because the terminal is gone. */
  signal: AbortSignal;
}

export class TypedInput {
  readonly #keyboard: () => NodeJS.ReadStream;
  #rest = Buffer.alloc(0);

  /** @param keyboard opened when there is something to ask */
  constructor(keyboard: () => NodeJS.ReadStream) {
    this.#keyboard = keyboard;
  }

  /** @param takesTypedAhead whether what was typed before may answer; not so where it could do harm */
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
      // Both together are one Enter.
      const isPair = hasLine && this.#rest[end] === enter[0] && this.#rest[taken] === enter[1];
      this.#rest = this.#rest.subarray(isPair ? taken + 1 : taken);
      stream.write(line);
      // Where no line may wait, what isn't understood is asked for again in the same question.
      if (hasLine && !takesTypedAhead) refuse();
    };
    const onData = (chunk: Buffer) => {
      // Ctrl-C is obeyed at once, also while an answer is being looked at.
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

    // Readline sets this when it closes, and when Ctrl-Z stops the program; only then it goes on listening. Whoever has
    // answered is heard before the next turn.
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

  /** What waits in the terminal arrives within one turn of the event loop, before the question is shown. */
  async #dropTypedAhead(keyboard: NodeJS.ReadStream): Promise<void> {
    this.#rest = Buffer.alloc(0);
    keyboard.on("data", drop).resume();
    await turn();
    await turn();
    keyboard.off("data", drop).pause();
  }
}
