import { describe, expect, it } from "vitest";
import { columnWidth } from "./column-width.ts";

describe("the width of a line", () => {
  // xterm.js and tmux move the cursor by as much, except for most of the emoji, where terminals differ.
  it.each([
    ["Latin letters", "Café…", 5],
    ["Latin letters with combining accents", "Cafe\u0301", 4],
    ["amounts", "€ 12.50", 7],
    ["bars", "█▉░", 3],
    ["Japanese", "晩ごはん", 8],
    ["Japanese with combining marks", "か\u3099", 2],
    ["half-width Japanese", "ｶﾞ", 2],
    ["full-width letters", "ＡＢ", 4],
    ["Korean", "한국", 4],
    ["Korean in single letters, as macOS writes file names", "한국".normalize("NFD"), 4],
    ["Yi", "ꀀꀁ", 4],
    ["Hindi", "हिन्दी", 5],
    ["Sanskrit", "क्षत्रिय", 6],
    ["Tamil", "தமிழ்", 4],
    ["Bengali", "বাংলা", 5],
    ["Thai", "น้ำ", 2],
    ["Arabic", "العربية", 7],
    ["Hebrew with vowels", "עִבְרִית", 5],
    ["an emoji", "✅", 2],
    ["an emoji with a selector", "❤️", 2],
    ["an emoji with a skin tone", "👍🏽", 2],
    ["an emoji of several people", "👩‍👩‍👧", 2],
    ["an emoji of a person with a tone and a profession", "👩🏽‍💻", 2],
    ["a pirate's flag", "🏴‍☠️", 2],
    ["a country's flag", "🇩🇪", 2],
    ["a region's flag", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", 2],
    ["a keycap", "1️⃣", 2],
  ])("counts %s", (_, text, columns) => {
    expect(columnWidth(text)).toBe(columns);
    expect(columnWidth(`a${text}b`)).toBe(columns + 2);
  });

  it.each([
    ["a space without width", "\u200B"],
    ["a joiner between letters", "\u200D"],
    ["a non-joiner", "\u200C"],
    ["a word joiner", "\u2060"],
    ["a byte order mark", "\uFEFF"],
    ["a mark of direction", "\u200E"],
    ["an override of direction", "\u202E"],
    ["a soft hyphen", "\u00AD"],
    ["a tag outside a flag", "\u{E0041}"],
  ])("counts nothing for %s", (_, invisible) => {
    expect(columnWidth(invisible)).toBe(0);
    const letters = [
      ["a", "b"],
      ["晩", "ご"],
      ["क", "\u093F"],
    ];
    for (const each of letters) {
      const text = ["", ...each, ""].join(invisible);
      expect(columnWidth(text)).toBe(columnWidth(each.join("")));
    }
  });

  it("counts nothing for a joiner that joins an emoji with nothing", () => {
    expect(columnWidth("👩\u200Db")).toBe(3);
    expect(columnWidth("b\u200D👩")).toBe(3);
  });

  it("is found in a moment for a long line of invisible characters", () => {
    expect(columnWidth("\u{E0041}\u200D".repeat(200_000))).toBe(0);
  });
});
