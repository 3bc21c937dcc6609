import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { columnWidth } from "./column-width.ts";
import { wrap, wrapSaid } from "./wrap.ts";

describe("wrapped words", () => {
  it("are whole, within the width, and unchanged", () => {
    const word = fc.stringMatching(/^[a-z夕食é]{1,8}$/);
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1 }),
        fc.integer({ min: 16, max: 40 }),
        (words, width) => {
          const lines = wrap(words.join(" "), width);
          expect(lines.join(" ")).toBe(words.join(" "));
          for (const line of lines) expect(columnWidth(line)).toBeLessThanOrEqual(width);
        },
      ),
    );
  });

  it("begin a line without the blanks that separated them", () => {
    expect(wrap("12.50  FOOD  Lunch", 8)).toEqual(["12.50", "FOOD", "Lunch"]);
  });
});

describe("a message", () => {
  it("is wrapped between words, with its line's indentation", () => {
    expect(
      wrapSaid("outlay: 2 rows can't be imported:\n  line 3: no day of the calendar", 22),
    ).toBe("outlay: 2 rows can't\nbe imported:\n  line 3: no day of\n  the calendar");
  });

  it("stays unchanged in a pipe", () => {
    const long = "a word ".repeat(40);
    expect(wrapSaid(long, undefined)).toBe(long);
  });

  it.each([
    [
      'No expenses yet. Record one: outlay add 12.50 "Lunch" -c food',
      'No expenses yet. Record one:\noutlay add 12.50 "Lunch" -c food',
    ],
    ["Did you mean add? See: outlay add --help", "Did you mean add? See:\noutlay add --help"],
    [
      "Choose one: outlay list -c food, or outlay list -q food",
      "Choose one: outlay list -c food, or\noutlay list -q food",
    ],
    ["If that process hangs, end it: kill 12345", "If that process hangs, end it:\nkill 12345"],
  ])("leaves a command on one line: %s", (text, shown) => {
    expect(wrapSaid(text, 39)).toBe(shown);
  });

  it("keeps a command whole whose end is for the reader to fill in", () => {
    const text = "Set one with: outlay rate set USD RATE 2026-11-05";
    expect(wrapSaid(text, 40)).toBe("Set one with:\noutlay rate set USD RATE 2026-11-05");
  });

  it("leaves a command longer than the line to the terminal, which copies it whole", () => {
    const command = "outlay import march.csv --dry-run --plan march.plan";
    expect(wrapSaid(`Make it again with: ${command}`, 30)).toBe(`Make it again with:\n${command}`);
  });
});
