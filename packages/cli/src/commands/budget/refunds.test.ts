/** Budgets of which refunds came back, and goals of which something was put aside. */
import { columnWidth } from "../../terminal/column-width.ts";
import { describe, expect, it } from "vitest";
import { testCli } from "../../testing/test-cli.ts";

async function household(lines: readonly string[]) {
  const type = await testCli(new Date(2026, 10, 15, 12));
  for (const line of lines) expect((await type(line)).code).toBe(0);
  return type;
}

const flight = [
  "budget add 400 -c transport",
  "budget add 100 -c food --starts 2026-10-01 --rollover both",
  "add 60 Feast -c food -d 2026-11-02",
  "add 20 Taxi -c transport -d 2026-11-02",
  "add -120.50 Flight -c transport -d 2026-11-03",
];

describe("a budget with more refunds than expenses", () => {
  it.each([40, 80])("says what came back, in %s columns", async (columns) => {
    const type = await household(flight);
    const { out } = await type("budget status", { columns, env: { NO_COLOR: "1" } });
    expect(out).toMatchSnapshot();
    for (const line of out.split("\n")) expect(columnWidth(line)).toBeLessThanOrEqual(columns);
  });

  it("isn't used up, even after so much overspending that nothing was left to spend", async () => {
    const type = await household([...flight, "add 300 Feast -c food -d 2026-10-02"]);
    expect(await type("budget check")).toEqual({
      code: 9,
      out: "FOOD: 160.00 over -100.00 this month\n",
      err: "",
    });
    await type("add -200 Feast -d 2026-11-04");
    expect((await type("budget check")).code).toBe(0);
    expect((await type("budget check --at 1%")).code).toBe(0);
    expect((await type("budget status")).out).toContain(
      "40.00 left\n           140.00 more came back than was spent; -200.00 carried over",
    );
  });
});

describe("a goal for savings", () => {
  it("says what was put aside once income is recorded", async () => {
    const type = await household(["budget add 500 -c savings", "add 60 Feast -c food"]);
    const status = async () => (await type("budget status")).out;
    expect(await status()).not.toContain("aside");
    await type("add 50 Gift --income");
    expect(await status()).toContain("10.00 more spent than came in");
    await type("add 1,000 Salary --income");
    await type("add 300 Savings --transfer --account Giro");
    expect(await status()).toContain("990.00 put aside");
    await type("add -20 Feast");
    expect(await status()).toContain("1,010.00 put aside");
    expect((await type("budget check --at 1%")).code).toBe(0);
  });
});
