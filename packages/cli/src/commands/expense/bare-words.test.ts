import { describe, expect, it } from "vitest";
import { testCli } from "../../testing/test-cli.ts";
import { bareWords } from "./bare-words.ts";

const today = "2026-11-22";
const list = { command: "outlay list", today, periods: false };
const report = { command: "outlay report", today, periods: true };

describe("words after list", () => {
  it.each(["rewe", "Kiosk Nord", "mark", "fo"])("are a text to look for: %s", (text) => {
    expect(bareWords(text.split(" "), {}, list)).toEqual({ query: text });
  });

  it.each([
    ["food", "a category", "outlay list -c food", "outlay list -q food"],
    ["nov", "a month", "outlay list --month nov", "outlay list -q nov"],
    ["last year", "a year", "outlay list --year last", "outlay list -q 'last year'"],
    ["2025", "a year", "outlay list --year 2025", "outlay list -q 2025"],
    ["monday", "a day", "outlay list --from monday --to monday", "outlay list -q monday"],
  ])("that can mean two things are refused, with how to say either: %s", (text, what, ...ways) => {
    expect(() => bareWords(text.split(" "), {}, list)).toThrow(
      expect.objectContaining({
        message: `"${text}" is ${what}, but could also be a text to look for.`,
        hint: `Choose one: ${ways.join(", or ")}`,
      }),
    );
  });

  it("aren't combined with those of -q", () => {
    expect(() => bareWords(["rewe"], { query: "kurz" }, list)).toThrow("given twice");
  });
});

describe("words after report", () => {
  it.each([
    ["nov", { month: "nov" }],
    ["2026-11", { month: "2026-11" }],
    ["last", { month: "last" }],
    ["last month", { month: "last" }],
    ["this year", { year: "this" }],
    ["2025", { year: "2025" }],
    ["rewe", { query: "rewe" }],
  ])("are a month, a year or a text: %s", (text, options) => {
    expect(bareWords(text.split(" "), {}, report)).toEqual(options);
  });

  it.each(["food", "yesterday"])("are refused if they are ambiguous: %s", (text) => {
    expect(() => bareWords([text], {}, report)).toThrow("could also be a text");
  });

  it("aren't combined with days given as options", () => {
    expect(() => bareWords(["nov"], { year: "2026" }, report)).toThrow("given twice");
  });
});

it("list and report follow their words", async () => {
  const type = await testCli(new Date(2026, 10, 22, 12));
  await type("add 3 Rewe -c food -d 2026-11-03");
  await type("add 4 Kurz -c food -d 2026-10-03");
  expect((await type("list rewe")).out).toMatch(/Rewe/);
  expect((await type("list rewe")).out).not.toMatch(/Kurz/);
  expect((await type("report october")).out).toContain("October 2026");
  expect((await type("report kurz --all")).out).toMatch(/Total +4\.00/);
  expect((await type("report nov --from 2026-11-01")).code).toBe(2);
});
