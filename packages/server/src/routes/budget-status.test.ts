import { describe, expect, it } from "vitest";
import { bankFile, fromBank } from "../testing/test-store.ts";
import { testApi } from "../testing/test-api.ts";

const food = { amount: 400, description: "Food", category: "FOOD" };

async function userApi(now = () => new Date(2026, 10, 15, 23, 30)) {
  const api = await testApi({ clock: now });
  const { access } = await api.newUser("ada");
  const send = (method: string, path: string, body?: unknown) =>
    api.send(method, path, body, access);
  const spend = (date: string, amount: number | string) =>
    send("POST", "/expenses/", { ...food, amount, date });
  return { ...api, send, sendAs: api.send, spend, token: access };
}

describe("GET /budget/status/", () => {
  it("has an entry for each category and period, today", async () => {
    const { send, spend } = await userApi();
    await send("POST", "/budget/", food);
    await send("POST", "/budget/", { ...food, category: "DATA", period: "WEEKLY", amount: "9.99" });
    await spend("2026-11-01", 230);
    await spend("2026-11-30", 20.5);
    expect(await send("GET", "/budget/status/")).toMatchObject({
      status: 200,
      body: [
        {
          category: "FOOD",
          period: "MONTHLY",
          from: "2026-11-01",
          to: "2026-11-30",
          budget: 400,
          carried: 0,
          spent: 250.5,
          left: 149.5,
          ratio: 0.6262,
          projected: 460,
        },
        {
          category: "DATA",
          period: "WEEKLY",
          from: "2026-11-09",
          to: "2026-11-15",
          budget: 9.99,
          carried: 0,
          spent: 0,
          left: 9.99,
          ratio: 0,
          projected: 0,
        },
      ],
    });
  });

  it("can be requested for any day", async () => {
    const { send, spend } = await userApi();
    await send("POST", "/budget/", { ...food, starts: "2026-09-10", rollover: "both" });
    await spend("2026-09-01", "450.01");
    await spend("2026-10-31", 500);
    const { body } = await send("GET", "/budget/status/?date=2026-10-02");
    expect(body).toMatchObject([
      { from: "2026-10-01", carried: -50.01, spent: 500, left: -150.01, ratio: 1.4286 },
    ]);
    expect((await send("GET", "/budget/status?date=2026-08-31")).body).toEqual([]);
  });

  it("carries over from the day on which a budget was set, in the server's time zone", async () => {
    let now = new Date(2026, 9, 31, 23, 59);
    const { send } = await userApi(() => now);
    await send("POST", "/budget/", { ...food, rollover: "surplus" });
    now = new Date(2026, 10, 1, 0, 1);
    await send("POST", "/budget/", { ...food, category: "DATA", rollover: "surplus" });
    const { body } = await send("GET", "/budget/status/?date=2026-11-01");
    expect(body).toMatchObject([{ carried: 400 }, { carried: 0 }]);
  });

  it("ignores the budgets and expenses in the trash", async () => {
    const { send, spend } = await userApi();
    await send("POST", "/budget/", food);
    await send("POST", "/budget/", food);
    await spend("2026-11-01", 1);
    await spend("2026-11-01", 2);
    await send("DELETE", "/budget/1/");
    await send("DELETE", "/expenses/1/");
    expect((await send("GET", "/budget/status/")).body).toMatchObject([{ budget: 400, spent: 2 }]);
  });

  it("is separate for each user", async () => {
    const { send, sendAs, newUser, spend } = await userApi();
    await send("POST", "/budget/", food);
    await spend("2026-11-01", 1);
    const { access: grace } = await newUser("grace");
    expect(await sendAs("GET", "/budget/status/", undefined, grace)).toMatchObject({ body: [] });
    await sendAs("POST", "/budget/", food, grace);
    expect(await sendAs("GET", "/budget/status/", undefined, grace)).toMatchObject({
      body: [{ spent: 0 }],
    });
    expect(await sendAs("GET", "/budget/status/")).toMatchObject({ status: 401 });
  });

  it("is exact in cents even where doubles aren't", async () => {
    const { send, spend } = await userApi();
    await send("POST", "/budget/", { ...food, amount: "9999999999.99" });
    await send("POST", "/budget/", { ...food, amount: "9999999999.99" });
    for (const amount of ["0.10", "0.20", "9999999999.99"]) await spend("2026-11-15", amount);
    expect((await send("GET", "/budget/status/?date=2026-11-30")).body).toMatchObject([
      { budget: 19_999_999_999.98, spent: 10_000_000_000.29, left: 9_999_999_999.69 },
    ]);
  });

  it("has all digits of sums that no double can hold", async () => {
    const { send, spend, context, url, token } = await userApi();
    await send("POST", "/budget/", food);
    const ids = Array.from({ length: 10_000 }, (_, index) => `${index}`);
    const large = {
      amountCents: 999_999_999_999,
      category: "FOOD",
      spentOn: "2026-11-15",
    } as const;
    const rows = fromBank(...ids).map((row) => ({ ...row, ...large }));
    await context.store.imports.add(1, bankFile, rows);
    await spend("2026-11-15", "0.01");
    const headers = { authorization: `Bearer ${token}` };
    const answer = await fetch(`${url}/budget/status/?date=2026-11-30`, { headers });
    expect(answer.headers.get("content-type")).toBe("application/json; charset=utf-8");
    expect(await answer.text()).toContain(
      '"spent":99999999999900.01,"left":-99999999999500.01,"ratio":249999999999.75,"projected":99999999999900.01,"put_aside":null,"unconverted":[]}',
    );
  });

  it("names each parameter that it refuses", async () => {
    const { send } = await userApi();
    expect(await send("GET", "/budget/status/?date=2026-02-30&day=1")).toMatchObject({
      status: 400,
      body: { date: ["Must be a day, YYYY-MM-DD."], day: ["There is no such parameter."] },
    });
    expect(await send("POST", "/budget/status/", food)).toMatchObject({ status: 405 });
  });
});
