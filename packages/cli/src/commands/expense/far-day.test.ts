/** A day far away is probably a mistake: a person is asked, and a script is warned. */
import { describe, expect, it } from "vitest";
import { newFolder } from "@outlay/testing";
import { typeLine } from "../../testing/type-line.ts";
import { farText } from "./far-day.ts";

const today = "2026-11-22";
const lunch = ["add", "3", "Lunch", "-c", "food"];

describe("a day is far away", () => {
  it.each([
    ["2027-11-23", undefined],
    ["2027-11-24", "more than a year ahead"],
    ["2062-11-22", "36 years ahead"],
    ["2016-11-22", undefined],
    ["2016-11-20", "10 years ago"],
    ["1985-01-01", "41 years ago"],
  ])("%s: %s", (day, far) => {
    expect(farText(day, today)).toBe(far);
  });
});

describe("a script that records a far day", () => {
  it("is told which day was understood, and how to correct it", async () => {
    const home = await newFolder();
    const { code, stdout, stderr } = await typeLine(home, [...lunch, "-d", "2062-11-22"]);
    expect(code).toBe(0);
    expect(stdout).toContain("Recorded expense 1: 3.00  FOOD  2062-11-22");
    expect(stderr).toContain(
      "outlay: The day is 2062-11-22, which is 36 years ahead. To correct it: outlay edit 1 -d DAY\n",
    );
    const json = await typeLine(home, ["edit", "1", "-d", "1985-03-01", "--json"]);
    expect(JSON.parse(json.stderr)).toEqual({
      warning: { message: expect.stringContaining("1985-03-01, which is 41 years ago") },
    });
  });

  it("is told nothing for usual days", async () => {
    const { stderr } = await typeLine(await newFolder(), [...lunch, "-d", "22.11.2025"]);
    expect(stderr).not.toContain("The day is");
  });
});

describe("a person at a terminal", () => {
  const question = "2062-11-22 is 36 years ahead. Is that correct?";

  it("is asked, and can name another day", async () => {
    const answers = [false, "22.11.26"];
    const args = [...lunch, "-d", "2062-11-22"];
    const { asked, stdout, stderr } = await typeLine(await newFolder(), args, { answers });
    expect(asked).toEqual([question, "Date:"]);
    expect(stdout).toContain("Recorded expense 1: 3.00  FOOD  2026-11-22");
    expect(stderr).not.toContain("The day is");
  });

  it("is also asked about a day given as an answer, and can confirm it", async () => {
    const answers = ["3", "Lunch", "FOOD", "2062-11-22", true];
    const { asked, stdout } = await typeLine(await newFolder(), ["add"], { answers });
    expect(asked.at(-1)).toBe(question);
    expect(stdout).toContain("FOOD  2062-11-22");
  });

  it("is asked when an expense is changed, but not about its present day", async () => {
    const home = await newFolder();
    await typeLine(home, lunch);
    const first = await typeLine(home, ["edit", "1", "-d", "2062-11-22"], { answers: [true] });
    expect(first.asked).toEqual([question]);
    const kept = await typeLine(home, ["edit", "1"], {
      answers: ["4", ...Array<string>(8).fill("")],
    });
    expect(kept.asked).toHaveLength(9);
    const changed = await typeLine(home, ["edit", "1"], {
      answers: ["", "", "", "", "1985-03-01", false, "today", "", "", "", ""],
    });
    expect(changed.stdout).toContain("4.00  FOOD  2026-11-22");
  });
});
