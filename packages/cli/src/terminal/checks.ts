import type { Check } from "@outlay/shared";
import { printable } from "./printable.ts";
import { wrap } from "./wrap.ts";

const gap = "  ";
const stateWidth = "fault".length;
const minTextWidth = 20;

/** Matches a command at a hint's end, which stays on one line, however long, so that it can be copied. */
function hintLines(hint: string, width: number | undefined): string[] {
  const lines = wrap(hint, width);
  const command = /^(.*?:) (.+)$/.exec(hint);
  if (lines.length === 1 || !command) return lines;
  const [, words = "", line = ""] = command;
  return [...wrap(words, width), line];
}

/** Formats the results of checks, each followed by what to do about it. */
export function checksText(checks: readonly Check[], available: number | undefined): string {
  const nameWidth = Math.max(0, ...checks.map(({ check }) => check.length));
  const indent = " ".repeat(stateWidth + nameWidth + 2 * gap.length);
  const width = available && Math.max(minTextWidth, available - indent.length);
  return checks
    .flatMap(({ state, check, message, hint }) => {
      const start = `${state.padEnd(stateWidth)}${gap}${check.padEnd(nameWidth)}${gap}`;
      const lines = [
        ...wrap(printable(message), width),
        ...(hint === null ? [] : hintLines(printable(hint), width)),
      ];
      return lines.map((line, index) => `${index === 0 ? start : indent}${line}\n`);
    })
    .join("");
}
