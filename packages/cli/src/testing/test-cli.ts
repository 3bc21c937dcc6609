/** The program as `main.ts` runs it, but over streams and a clock of the test's. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { run } from "../run.ts";
import { terminalPrompts } from "../terminal/prompts.ts";

export interface Typed {
  /** The terminal's width; undefined for a pipe. */
  columns?: number;
  env?: Record<string, string>;
}

export interface Shown {
  code: number;
  out: string;
  err: string;
}

async function* nothing() {}

/** A machine of the test's own, on which command lines can be typed. @param now the time there */
export async function testCli(now: Date) {
  const home = await mkdtemp(join(tmpdir(), "outlay-test-"));
  onTestFinished(() => rm(home, { recursive: true, force: true }));
  return async (line: string, { columns, env = {} }: Typed = {}): Promise<Shown> => {
    const shown = { out: "", err: "" };
    const code = await run(line.split(" "), {
      io: {
        out: (text) => void (shown.out += text),
        err: (text) => void (shown.err += text),
        drained: async () => true,
        canPrompt: false,
        columns,
        showsProgress: false,
        inputChunks: nothing,
        readInput: async () => "",
      },
      env: { OUTLAY_HOME: home, ...env },
      clock: () => now,
      terminalPrompts: terminalPrompts(process.stderr),
      stopRequested: () => new Promise(() => {}),
    });
    return { code, ...shown };
  };
}
