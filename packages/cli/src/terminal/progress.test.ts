import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { columnWidth } from "./column-width.ts";
import type { Io } from "./io.ts";
import { progressLine, progressOn } from "./progress.ts";

describe("a progress line", () => {
  it("is a bar as wide as the terminal permits, with the share in percent", () => {
    expect(progressLine("Reading giro.csv", 0.52, 37)).toBe("Reading giro.csv  [█████░░░░░░] 52%");
    expect(progressLine("Importing", 0, 30)).toBe("Importing  [░░░░░░░░░░░] 0%");
    expect(progressLine("Importing", 1, 30)).toBe("Importing  [███████████] 100%");
  });

  it("is never more than forty wide", () => {
    expect(progressLine("Importing", 0.5, 300)).toBe(
      `Importing  [${"█".repeat(20)}${"░".repeat(20)}] 50%`,
    );
  });

  it("never reaches the last column, whatever its label and share", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }),
        fc.double({ noNaN: true }),
        fc.integer({ min: 17, max: 200 }),
        (what, fraction, width) => {
          const line = progressLine(what, fraction, width);
          expect(columnWidth(line)).toBeLessThan(width);
          expect(line).toMatch(/ \[█*░*\] \d{1,3}%$/);
        },
      ),
    );
  });
});

const unused = () => {
  throw new Error("a progress only speaks");
};

function recorder(showsProgress: boolean): { io: Io; said: string[] } {
  const said: string[] = [];
  const io = {
    out: unused,
    err: unused,
    showLine: (line: string) => void said.push(line),
    drained: unused,
    isTerminal: false,
    canPrompt: false,
    columns: undefined,
    errColumns: 30,
    showsProgress,
    inputChunks: unused,
    readInput: unused,
  };
  return { io, said };
}

describe("the progress on a terminal", () => {
  it("is one line, rewritten when it changes, and removed at the end", () => {
    const { io, said } = recorder(true);
    const progress = progressOn(io, true);
    progress.show("Importing", 0);
    progress.show("Importing", 0.001);
    progress.show("Importing", 0.5);
    progress.end();
    progress.end();
    expect(said).toEqual(["Importing  [░░░░░░░░░░░] 0%", "Importing  [█████░░░░░░] 50%", ""]);
  });

  it.each([
    { isWanted: false, showsProgress: true },
    { isWanted: true, showsProgress: false },
  ])("is nothing where $isWanted, $showsProgress", ({ isWanted, showsProgress }) => {
    const { io, said } = recorder(showsProgress);
    const progress = progressOn(io, isWanted);
    progress.show("Importing", 0.5);
    progress.end();
    expect(said).toEqual([]);
  });
});
