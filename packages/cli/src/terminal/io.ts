import { passingLine } from "./passing-line.ts";

/** The streams that a command writes to: data to stdout, messages to stderr. */
export interface Io {
  out: (text: string) => void;
  err: (text: string) => void;
  /** Shows a temporary line on stderr, which the next output replaces; an empty one removes it. */
  showLine: (line: string) => void;
  /**
   * Waits until most of the output to stdout has been consumed, so that it doesn't accumulate in memory.
   * Returns whether anybody still reads it.
   */
  drained: () => Promise<boolean>;
  /** Whether stdout is a terminal, which interprets some of the characters written to it. */
  isTerminal: boolean;
  /** Whether a person can be asked: both input and output are terminals. */
  canPrompt: boolean;
  /** The width to fit tables into; undefined if stdout is not a terminal, or the width is unknown. */
  columns: number | undefined;
  /** The width of messages on stderr; undefined if unknown. */
  errColumns: number | undefined;
  /** Whether stderr is a terminal that can show progress. */
  showsProgress: boolean;
  /** Stdin, piece by piece. */
  inputChunks: () => AsyncIterable<Uint8Array>;
  /** All of stdin. */
  readInput: () => Promise<string>;
}

/** The reader may stop early, as `head` does. */
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
    // Opened only by commands that read it.
    get canPrompt() {
      return owner.stdin.isTTY && stderr.isTTY;
    },
    // A terminal that doesn't know its width reports 0.
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
