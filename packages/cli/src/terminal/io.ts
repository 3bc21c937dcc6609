import { passingLine } from "./passing-line.ts";

/** The streams that a command speaks through: data on stdout, words on stderr. */
export interface Io {
  out: (text: string) => void;
  err: (text: string) => void;
  /** A line on stderr that is taken away by whatever is written next; an empty one takes it away. */
  showLine: (line: string) => void;
  /**
   * Waits until what was written to stdout has mostly gone on its way, so that a lot of it doesn't gather here.
   * Whether anybody still reads it.
   */
  drained: () => Promise<boolean>;
  /** Whether stdout is a terminal, which obeys some of the characters that it is given. */
  isTerminal: boolean;
  /** Whether a person can be asked: there is a terminal to type at and one to read. */
  canPrompt: boolean;
  /** The width to fit tables into; undefined where stdout is no terminal, or that isn't known. */
  columns: number | undefined;
  /** The width of what is said on stderr; undefined where that isn't known. */
  errColumns: number | undefined;
  /** Whether stderr is a terminal that can show how far something has come. */
  showsProgress: boolean;
  /** Stdin, piece by piece. */
  inputChunks: () => AsyncIterable<Uint8Array>;
  /** All of stdin. */
  readInput: () => Promise<string>;
}

/** Who reads may stop early, as `head` does. */
async function drained(stream: NodeJS.WriteStream): Promise<boolean> {
  if (stream.writableNeedDrain && !stream.destroyed) {
    await new Promise<void>((resolve) => {
      const events = ["drain", "close", "error"];
      const settle = () => {
        for (const event of events) stream.off(event, settle);
        resolve();
      };
      for (const event of events) stream.on(event, settle);
    });
  }
  return stream.writable;
}

export function processIo(owner: NodeJS.Process): Io {
  const { stdout, stderr } = owner;
  const line = passingLine((text) => void stderr.write(text));
  return {
    out(text) {
      if (stdout.isTTY) line.show("");
      stdout.write(text);
    },
    err: (text) => line.say(text),
    showLine: (text) => line.show(text),
    drained: () => drained(stdout),
    isTerminal: stdout.isTTY,
    // Opened for those that read it.
    get canPrompt() {
      return owner.stdin.isTTY && stderr.isTTY;
    },
    // A terminal that doesn't know its width says 0.
    columns: stdout.isTTY ? stdout.columns || undefined : undefined,
    errColumns: stderr.isTTY ? stderr.columns || undefined : undefined,
    showsProgress: stderr.isTTY,
    inputChunks: () => owner.stdin,
    async readInput() {
      owner.stdin.setEncoding("utf8");
      let text = "";
      for await (const chunk of owner.stdin) text += String(chunk);
      return text;
    },
  };
}
