/** A real pseudo-terminal that runs the built program, with its input and its screen. */
import { type IPty, spawn } from "@lydell/node-pty";
import type { IBufferLine } from "@xterm/headless";
import { onTestFinished } from "vitest";
import { linesOf, newEmulator } from "./emulator.ts";
import { environment, outlayProgram } from "./program.ts";

export const keys = { enter: "\r", interrupt: "\u0003", up: "\u001b[A", down: "\u001b[B" };

interface TerminalOptions {
  columns?: number;
  env?: Record<string, string>;
}

/** The environment variables of a terminal with colours. */
export const colorful = { NO_COLOR: "", TERM: "xterm-256color" };

export class Screen {
  readonly #pty: IPty;
  readonly #emulator: ReturnType<typeof newEmulator>;
  #bytes = "";
  readonly #watchers = new Set<() => void>();
  /** Fulfilled with the exit code. */
  readonly ended: Promise<number>;

  constructor(pty: IPty, columns: number, rows: number) {
    this.#pty = pty;
    this.#emulator = newEmulator(columns, rows);
    pty.onData((data) => {
      this.#bytes += data;
      this.#emulator.write(data, () => this.#watchers.forEach((look) => look()));
    });
    this.ended = new Promise((resolve) => {
      // The last output is drawn before the exit is reported.
      pty.onExit(({ exitCode }) => this.#emulator.write("", () => resolve(exitCode)));
    });
  }

  type(text: string): void {
    this.#pty.write(text);
  }

  /** The lines of the screen, including those that have scrolled away. */
  get lines(): IBufferLine[] {
    return linesOf(this.#emulator);
  }

  /** The text of the lines, without blank ones at the end. */
  get text(): string {
    const texts = this.lines.map((line) => line.translateToString(true).trimEnd());
    return texts.join("\n").trimEnd();
  }

  /** Everything that the program has written, including control characters. */
  get written(): string {
    return this.#bytes;
  }

  /** Waits until the screen shows a text. */
  async shows(what: string | RegExp): Promise<void> {
    const isThere = () =>
      typeof what === "string" ? this.text.includes(what) : what.test(this.text);
    const shown = new Promise<void>((resolve) => {
      const look = () => {
        if (!isThere()) return;
        this.#watchers.delete(look);
        resolve();
      };
      this.#watchers.add(look);
      look();
    });
    await Promise.race([shown, this.ended]);
    if (!isThere()) throw new Error(`It ended without showing ${what}:\n${this.text}`);
  }

  kill(): void {
    this.#pty.kill("SIGKILL");
  }
}

/** Runs a program in a terminal of its own. */
export function inTerminal(
  command: string,
  args: readonly string[],
  { columns = 80, env, cwd }: TerminalOptions & { env: Record<string, string>; cwd: string },
): Screen {
  const rows = 24;
  const pty = spawn(command, [...args], { cols: columns, rows, env, cwd });
  const screen = new Screen(pty, columns, rows);
  onTestFinished(async () => {
    screen.kill();
    await screen.ended;
  });
  return screen;
}

/** Runs `outlay` in a terminal of its own. */
export const outlayInTerminal = (
  home: string,
  args: readonly string[],
  { columns = 80, env = {} }: TerminalOptions = {},
): Screen =>
  inTerminal(process.execPath, [outlayProgram, ...args], {
    columns,
    env: environment(home, { ...colorful, ...env }),
    cwd: home,
  });
