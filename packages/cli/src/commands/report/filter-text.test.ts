import { describe, expect, it } from "vitest";
import { KnownCategories } from "../../categories/known-categories.ts";
import { testCli } from "../../testing/test-cli.ts";
import { bareMoney } from "../../terminal/amounts.ts";
import { filterText } from "./filter-text.ts";

const rent = { key: "RENT", name: "Miete", parent: null, archived: false, builtin: false };
const known = new KnownCategories([...KnownCategories.builtIn().all, rent]);

const textOf = (query: string) => filterText(new URLSearchParams(query), bareMoney, known);

describe("the filter of a report", () => {
  it.each([
    ["", ""],
    ["category=FOOD", "only food"],
    ["category=RENT&category=GONE", "only Miete or GONE"],
    ["category=FOOD&category=DATA&tag=work&tag=home", "only food or data, #work or #home"],
    ["q=lunch&min=5&max=1000.50", 'only "lunch", 5.00 or more, 1,000.50 or less'],
    ["q=a%1Bb", 'only "a\uFFFDb"'],
  ])("is told of %s", (query, text) => {
    expect(textOf(query)).toBe(text);
  });

  it("is part of its heading, in lines that fit", async () => {
    const type = await testCli(new Date(2026, 10, 22, 12));
    const { out } = await type("report lunch -c food -t work", { columns: 40 });
    expect(out.split("\n\n")[0]).toBe(
      'Spending by category: November 2026,\nonly food, #work, "lunch"',
    );
    expect((await type("report")).out).toMatch(/^Spending by category: November 2026\n/);
  });
});
