/** A real pseudo-terminal with the built program in it: what is typed, and what the screen then shows. */
import { type IPty, spawn } from "@lydell/node-pty";
import xterm from "@xterm/headless";
import { onTestFinished } from "vitest";
import { environment, outlayProgram } from "./program.ts";

export const keys = { enter: "\r", interrupt: "\u0003", up: "\u001b[A", down: "\u001b[B" };

interface TerminalOptions {
  columns?: number;
  env?: Record<string, string>;
}

export class Screen {
  readonly #pty: IPty;
  readonly #emulator: xterm.Terminal;
  #bytes = "";
  readonly #watchers = new Set<() => void>();
  /** The exit code. */
  readonly ended: Promise<number>;

  constructor(pty: IPty, columns: number, rows: number) {
    this.#pty = pty;
    this.#emulator = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true });
    pty.onData((data) => {
      this.#bytes += data;
      this.#emulator.write(data, () => this.#watchers.forEach((look) => look()));
    });
    this.ended = new Promise((resolve) => {
      // What was written last is drawn before.
      pty.onExit(({ exitCode }) => this.#emulator.write("", () => resolve(exitCode)));
    });
  }

  type(text: string): void {
    this.#pty.write(text);
  }

  /** The lines of the screen, with those that have scrolled away, without the blank ones at the end. */
  get text(): string {
    const { active } = this.#emulator.buffer;
    const lines = Array.from({ length: active.length }, (_, y) =>
      (active.getLine(y)?.translateToString(true) ?? "").trimEnd(),
    );
    return lines.join("\n").trimEnd();
  }

  /** Everything that the program has ever written, controls and all. */
  get written(): string {
    return this.#bytes;
  }

  /** Waits until the screen shows something. */
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

/** `outlay` in a terminal of its own. */
export function outlayInTerminal(
  home: string,
  args: readonly string[],
  { columns = 80, env = {} }: TerminalOptions = {},
): Screen {
  const rows = 24;
  const colorful = { NO_COLOR: "", TERM: "xterm-256color" };
  const pty = spawn(process.execPath, [outlayProgram, ...args], {
    cols: columns,
    rows,
    env: environment(home, { ...colorful, ...env }),
    cwd: home,
  });
  const screen = new Screen(pty, columns, rows);
  onTestFinished(async () => {
    screen.kill();
    await screen.ended;
  });
  return screen;
}
