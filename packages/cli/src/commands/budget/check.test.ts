import { describe, expect, it } from "vitest";
import { testCli } from "../../testing/test-cli.ts";

const silent = { code: 0, out: "", err: "" };

async function withBudgets() {
  const type = await testCli(new Date(2026, 10, 15, 12));
  await type("budget add 400 -c food");
  await type("budget add 50 -c data -p weekly");
  await type("budget add 100 -c savings");
  return type;
}

describe("outlay budget check", () => {
  it("is silent while something is left of every budget", async () => {
    const type = await withBudgets();
    await type("add 399.99 Feast -c food");
    expect(await type("budget check")).toEqual(silent);
    expect(await type("budget check --at 100%")).toEqual(silent);
    expect(await type("budget check --json")).toEqual({ ...silent, out: "[]\n" });
  });

  it("has a line for each budget that is used up, and exit code 9", async () => {
    const type = await withBudgets();
    await type("add 400 Feast -c food");
    await type("add 62 Phone -c data");
    expect(await type("budget check")).toEqual({
      code: 9,
      out: "FOOD: 0.00 left of 400.00 this month (100 %)\nDATA: 12.00 over 50.00 this week (124 %)\n",
      err: "",
    });
    const status = await type("budget status --json");
    const { code, out, err } = await type("budget check --json");
    expect([code, err]).toEqual([9, ""]);
    expect(JSON.parse(out)).toEqual((JSON.parse(status.out) as unknown[]).slice(0, 2));
  });

  it("checks another share and another day if told to", async () => {
    const type = await withBudgets();
    await type("add 320 Feast -c food -d 2026-10-01");
    for (const share of ["80%", "80"]) {
      expect(await type(`budget check --at ${share} --date 2026-10-31`)).toEqual({
        code: 9,
        out: "FOOD: 80.00 left of 400.00 in 2026-10 (80 %)\n",
        err: "",
      });
    }
    expect(await type("budget check --at 81% --date 2026-10-31")).toEqual(silent);
    expect(await type("budget check --at 80%")).toEqual(silent);
  });

  it("treats a budget with nothing to spend as used up", async () => {
    const type = await testCli(new Date(2026, 10, 15, 12));
    await type("budget add 50 -c data --starts 2026-10-01 --rollover both");
    await type("add 120 Phone -c data -d 2026-10-05");
    expect(await type("budget check")).toEqual({
      code: 9,
      out: "DATA: 20.00 over -20.00 this month\n",
      err: "",
    });
  });

  it.each(["0.8", "0%", "-5%", "80.5%", "lots", "%"])(
    "doesn't accept %s as a share",
    async (share) => {
      const type = await testCli(new Date(2026, 10, 15, 12));
      expect(await type(`budget check --at=${share}`)).toEqual({
        code: 2,
        out: "",
        err: `outlay: Threshold "${share}" is not a whole percentage above 0.\nWrite it like 80% or 100%.\n`,
      });
    },
  );
});
