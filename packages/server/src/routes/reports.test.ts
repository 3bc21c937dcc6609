import {
  expenseCategories,
  maxAmountCents,
  numberToText,
  readSpendingReport,
  spendingGroupings,
} from "@outlay/shared";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bus, lunch, reportApi } from "../testing/report-api.ts";
import { subjectOf } from "../use-cases/accounts/token-subject.ts";

/** The part of a report about currencies without rates and about income, where there are neither. */
const nothingBeside = { unconverted: [], income: null, left: null, income_unconverted: [] };

describe("a spending report", () => {
  it("is by all categories over all days by default", async () => {
    const { get } = await reportApi(lunch, bus, { ...lunch, date: "2026-01-31" });
    expect(await get("")).toEqual({
      from: "2026-01-31",
      to: "2026-11-23",
      by: "category",
      total: 28,
      count: 3,
      groups: [
        { key: "FOOD", parent: null, total: 25, count: 2 },
        { key: "DATA", parent: null, total: 0, count: 0 },
        { key: "TRANSPORT", parent: null, total: 3, count: 1 },
        { key: "MISCELLANEOUS", parent: null, total: 0, count: 0 },
      ],
      ...nothingBeside,
    });
    expect(await get("category=DATA&category=FOOD&from=2026-11-01&to=2026-11-30")).toMatchObject({
      from: "2026-11-01",
      to: "2026-11-30",
      total: 12.5,
      groups: [
        { key: "FOOD", count: 1 },
        { key: "DATA", count: 0 },
      ],
    });
  });

  it("has every period between the days, even those without expenses", async () => {
    const { groups, get } = await reportApi(lunch, bus);
    expect(await groups("by=day")).toEqual([
      ["2026-11-20", 12.5],
      ["2026-11-21", 0],
      ["2026-11-22", 0],
      ["2026-11-23", 3],
    ]);
    expect(await groups("by=week&from=2026-11-15")).toEqual([
      ["2026-W46", 0],
      ["2026-W47", 12.5],
      ["2026-W48", 3],
    ]);
    expect(await groups("by=month&to=2027-01-01")).toEqual([
      ["2026-11", 15.5],
      ["2026-12", 0],
      ["2027-01", 0],
    ]);
    expect(await groups("by=year&from=2025-12-31&to=2026-11-20")).toEqual([
      ["2025", 0],
      ["2026", 12.5],
    ]);
    expect(await groups("by=day&from=2026-11-21&to=2026-11-20")).toEqual([]);
    expect(await groups("by=day&from=2026-11-21&q=nothing")).toEqual([]);
    expect(await get("by=month&q=nothing")).toEqual({
      from: null,
      to: null,
      by: "month",
      total: 0,
      count: 0,
      groups: [],
      ...nothingBeside,
    });
  });

  it("counts an expense with several tags in the group of that combination", async () => {
    const { groups } = await reportApi(
      { ...lunch, tags: ["work"] },
      { ...lunch, tags: ["work", "home"] },
      { ...lunch, tags: ["home", "work"] },
      { ...bus, tags: [] },
    );
    expect(await groups("by=tag")).toEqual([
      ["", 3],
      ["home, work", 25],
      ["work", 12.5],
    ]);
    expect(await groups("by=tag&tag=home")).toEqual([["home, work", 25]]);
  });

  it("leaves out the trash, or shows only the trash", async () => {
    const { send, get } = await reportApi(lunch, bus);
    await send("DELETE", "/expenses/2/");
    expect(await get("")).toMatchObject({ total: 12.5, to: "2026-11-20" });
    expect(await get("deleted=true")).toMatchObject({ total: 3 });
  });

  it("refuses too many groups, and suggests a remedy", async () => {
    const { send } = await reportApi(lunch);
    const hostile = "from=0001-01-01&to=9999-12-31";
    expect(await send("GET", `/reports/spending/?by=day&${hostile}`)).toMatchObject({
      status: 400,
      body: {
        by: [
          "Grouping 0001-01-01 to 9999-12-31 by day gives 3652059 groups; a report can have at most 10000. " +
            "Choose days that are closer together, or group by longer periods.",
        ],
      },
    });
    const { status, body } = await send("GET", `/reports/spending/?by=year&${hostile}`);
    expect([status, (body as { groups: unknown[] }).groups.length]).toEqual([200, 9999]);
  });

  it("accepts only the parameters that select expenses", async () => {
    const { send } = await reportApi();
    expect(await send("GET", "/reports/spending/?by=size&limit=1&order=id&min=x")).toMatchObject({
      status: 400,
      body: {
        by: ["Must be one of category, tag, account, day, week, month, year."],
        limit: ["There is no such parameter."],
        order: ["There is no such parameter."],
        min: ["Must be an amount like 12.50, with at most two decimals and 12 digits."],
      },
    });
    expect(await send("POST", "/reports/spending/", {})).toMatchObject({ status: 405 });
  });

  it("is separate for each user", async () => {
    const { newUser, url } = await reportApi(lunch);
    const { access } = await newUser("grace");
    const response = await fetch(`${url}/reports/spending`, {
      headers: { authorization: `Bearer ${access}` },
    });
    expect(await response.json()).toMatchObject({ total: 0, count: 0 });
    expect((await fetch(`${url}/reports/spending/`)).status).toBe(401);
  });
});

const someExpenses = fc.array(
  fc.record({
    amountCents: fc.integer({ min: 1, max: maxAmountCents }),
    description: fc.constantFrom("Lunch", "Straße", "Bus"),
    category: fc.constantFrom(...expenseCategories),
    spentOn: fc.constantFrom("2024-02-29", "2024-12-30", "2025-01-01", "2026-11-22"),
    tags: fc.uniqueArray(fc.constantFrom("home", "work", "büro")),
    externalId: fc.constant(null),
  }),
  { minLength: 1, maxLength: 12 },
);

const someQuery = fc.constantFrom(
  "",
  "category=FOOD&category=DATA",
  "tag=work",
  "from=2024-12-30&to=2025-12-31",
  "from=2020-02-02",
  "q=STRASSE&min=1000",
  "deleted=true",
);

describe("any spending report", () => {
  it("has groups that add up to its total, which equals the sum of the same list", async () => {
    const { url, context } = await reportApi();
    const { store, tokens } = context;
    const groupings = fc.constantFrom(...spendingGroupings);
    let users = 0;
    await fc.assert(
      fc.asyncProperty(someExpenses, someQuery, groupings, async (expenses, query, by) => {
        users += 1;
        const user = await store.users.create(`user-${users}`, "hash");
        await store.imports.add(user.id, { source: "x", externalId: null }, expenses);
        const access = tokens.issue("access", subjectOf(user));
        const get = async (path: string) => {
          const headers = { authorization: `Bearer ${access}` };
          return (await fetch(url + path, { headers })).text();
        };
        const list = JSON.parse(await get(`/expenses/?${query}`)) as { amount: number }[];
        const cents = list.map(({ amount }) => BigInt(numberToText(amount).replace(".", "")));
        const report = readSpendingReport(await get(`/reports/spending/?${query}&by=${by}`));
        if (!report) throw new Error("no report");
        expect(report.totalCents).toBe(cents.reduce((sum, each) => sum + each, 0n));
        expect(report.count).toBe(list.length);
        expect(report.groups.reduce((sum, group) => sum + group.totalCents, 0n)).toBe(
          report.totalCents,
        );
        expect(report.groups.reduce((sum, { count }) => sum + count, 0)).toBe(report.count);
        expect(new Set(report.groups.map(({ key }) => key)).size).toBe(report.groups.length);
      }),
    );
  });
});
