/** Emulates a terminal that interprets the output of programs. */
import { Unicode11Addon } from "@xterm/addon-unicode11";
import xterm, { type IBufferLine } from "@xterm/headless";

/** Counts columns as terminals do nowadays: an emoji takes two. */
export function newEmulator(columns: number, rows: number): xterm.Terminal {
  const emulator = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true });
  emulator.loadAddon(new Unicode11Addon());
  emulator.unicode.activeVersion = "11";
  return emulator;
}

/** The lines of its screen, including those that have scrolled away. */
export function linesOf({ buffer: { active } }: xterm.Terminal): IBufferLine[] {
  return Array.from({ length: active.length }, (_, y) => active.getLine(y) ?? []).flat();
}
