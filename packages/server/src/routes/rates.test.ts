import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { userApi } from "../testing/import-api.ts";

type Api = Awaited<ReturnType<typeof userApi>>;

async function inEuros(): Promise<Api> {
  const api = await userApi();
  await api.send("PATCH", "/me/", { home_currency: "EUR" });
  return api;
}

const spend = ({ send }: Api, amount: number, more: object = {}) =>
  send("POST", "/expenses/", {
    amount,
    description: "Hotel",
    category: "FOOD",
    date: "2026-11-22",
    ...more,
  });

const report = async ({ send }: Api, query = "") =>
  (await send("GET", `/reports/spending/?${query}`)).body as Record<string, unknown>;

describe("a rate", () => {
  it("can be set, shown, replaced, listed and removed", async () => {
    const { send } = await inEuros();
    const rate = { currency: "USD", date: "2026-11-22", rate: "0.92" };
    const path = "/rates/USD/2026-11-22/";
    expect(await send("PUT", path, { rate: "0.920" })).toMatchObject({ status: 201, body: rate });
    expect(await send("PUT", path, { rate: 0.92 })).toMatchObject({ status: 200, body: rate });
    expect(await send("GET", path)).toMatchObject({ status: 200, body: rate });
    await send("PUT", "/rates/CHF/2026-11-23/", { rate: 1.0625 });
    await send("PUT", "/rates/USD/2026-01-01/", { rate: "0.9123456789" });
    const { body } = await send("GET", "/rates/");
    expect(body).toEqual([
      { currency: "CHF", date: "2026-11-23", rate: "1.0625" },
      { currency: "USD", date: "2026-01-01", rate: "0.9123456789" },
      rate,
    ]);
    expect(await send("DELETE", path)).toMatchObject({ status: 204 });
    expect(await send("DELETE", path)).toMatchObject({ status: 404 });
    expect(await send("GET", path)).toMatchObject({ status: 404 });
  });

  it.each([0, -1, "1,5", "", null, true, "0.00000000001", "10000000000", 1e300])(
    "can't be %j",
    async (rate) => {
      const { send } = await inEuros();
      const { status, body } = await send("PUT", "/rates/USD/2026-11-22/", { rate });
      expect(status).toBe(400);
      expect(body).toHaveProperty("rate");
      expect((await send("GET", "/rates/")).body).toEqual([]);
    },
  );

  it.each([
    ["EUR/2026-11-22", 400, { currency: [/home currency/] }],
    ["XYZ/2026-11-22", 400, { currency: [/ISO 4217/] }],
    ["KWD/2026-11-22", 400, { currency: [/more than two decimal/] }],
    ["USD/2026-02-30", 400, { date: [/calendar/] }],
    ["usd/2026-11-22", 404, {}],
    ["USD/22.11.2026", 404, {}],
  ])("for %s is refused", async (path, status, faults) => {
    const { send } = await inEuros();
    const answer = await send("PUT", `/rates/${path}/`, { rate: 1 });
    expect(answer.status).toBe(status);
    for (const [field, [words]] of Object.entries(faults) as [string, [RegExp]][]) {
      expect((answer.body as Record<string, string[]>)[field]?.[0]).toMatch(words);
    }
  });

  it("is stored with all others of a list, or none is", async () => {
    const { send } = await inEuros();
    const right = { currency: "USD", date: "2026-11-22", rate: 0.92 };
    const wrong = { ...right, date: "2026-02-30" };
    const refused = await send("POST", "/rates/", { rates: [right, wrong, 5] });
    const date = [expect.any(String)];
    const notAnObject = { non_field_errors: [expect.any(String)] };
    expect(refused.status).toBe(400);
    expect(refused.body).toEqual({ rates: [{}, { date }, notAnObject] });
    const ofHome = await send("POST", "/rates/", { rates: [right, { ...right, currency: "EUR" }] });
    expect(ofHome.status).toBe(400);
    expect((await send("GET", "/rates/")).body).toEqual([]);
    const list = [right, { ...right, rate: 0.93 }];
    for (const body of [{ rates: list }, list]) {
      expect(await send("POST", "/rates/", body)).toMatchObject({
        status: 200,
        body: { stored: 2 },
      });
    }
    expect((await send("GET", "/rates/")).body).toEqual([{ ...right, rate: "0.93" }]);
  });
});

describe("sums", () => {
  it("leave amounts without a rate out, and tell them", async () => {
    const api = await inEuros();
    await spend(api, 100);
    await spend(api, 30, { currency: "USD" });
    await spend(api, 10, { currency: "USD", kind: "REFUND" });
    expect(await report(api)).toMatchObject({
      total: 100,
      unconverted: [{ currency: "USD", total: 20, count: 2 }],
    });
    await api.send("PUT", "/rates/USD/2026-11-22/", { rate: 0.925 });
    expect(await report(api)).toMatchObject({ total: 118.5, unconverted: [] });
  });

  it("use the latest rate at or before the day, and none before the first", async () => {
    const api = await inEuros();
    for (const date of ["2026-01-01", "2026-01-02", "2026-01-05", "2026-02-01"]) {
      await spend(api, 1, { currency: "USD", date });
    }
    await api.send("PUT", "/rates/USD/2026-01-02/", { rate: 2 });
    await api.send("PUT", "/rates/USD/2026-02-01/", { rate: 3 });
    expect(await report(api)).toMatchObject({
      total: 7,
      unconverted: [{ currency: "USD", total: 1, count: 1 }],
    });
  });

  it("of budgets convert, too", async () => {
    const api = await inEuros();
    await api.send("POST", "/budget/", { amount: 100, category: "FOOD", description: "Food" });
    await spend(api, 30, { currency: "USD" });
    await spend(api, 5, { currency: "CHF" });
    await api.send("PUT", "/rates/USD/2026-11-22/", { rate: 0.5 });
    expect((await api.send("GET", "/budget/status/?date=2026-11-30")).body).toMatchObject([
      { spent: 15, left: 85, unconverted: [{ currency: "CHF", total: 5, count: 1 }] },
    ]);
  });

  it("of an import are what was spent in it, without duplicates", async () => {
    const api = await inEuros();
    await api.send("PUT", "/rates/USD/2026-11-01/", { rate: 0.333 });
    const row = { description: "x", category: "FOOD", date: "2026-11-22" };
    const expenses = [
      { ...row, amount: 10, external_id: "a" },
      { ...row, amount: 10, external_id: "a" },
      { ...row, amount: 0.5, currency: "USD" },
      { ...row, amount: 3, kind: "REFUND" },
      { amount: 500, description: "x", kind: "INCOME" },
      { ...row, amount: 7, currency: "CHF" },
    ];
    const { body } = await api.send("POST", "/imports/", { source: "a", expenses });
    expect(body).toMatchObject({
      total: 7.17,
      unconverted: [{ currency: "CHF", total: 7, count: 1 }],
    });
  });

  it("are those of each record converted, rounded and given its sign", async () => {
    const record = fc.record({
      cents: fc.integer({ min: 1, max: 99_999 }),
      currency: fc.constantFrom(null, "USD", "CHF", "JPY"),
      kind: fc.constantFrom("EXPENSE", "REFUND"),
    });
    const rates = { USD: 9215n, CHF: 10_625n };
    await fc.assert(
      fc.asyncProperty(fc.array(record, { maxLength: 12 }), async (records) => {
        const api = await inEuros();
        await api.send("PUT", "/rates/USD/2026-01-01/", { rate: "0.9215" });
        await api.send("PUT", "/rates/CHF/2026-01-01/", { rate: "1.0625" });
        let total = 0n;
        for (const { cents, currency, kind } of records) {
          await spend(api, cents / 100, { currency, kind });
          if (currency === "JPY") continue;
          const rate = currency === null ? 10_000n : rates[currency];
          const converted = (2n * BigInt(cents) * rate + 10_000n) / 20_000n;
          total += kind === "REFUND" ? -converted : converted;
        }
        for (const by of ["category", "day", "tag", "account"]) {
          const { total: sum, groups } = (await report(api, `by=${by}`)) as {
            total: number;
            groups: { total: number }[];
          };
          expect(Math.round(sum * 100)).toBe(Number(total));
          const parts = groups.reduce((all, each) => all + Math.round(each.total * 100), 0);
          expect(parts).toBe(Number(total));
        }
      }),
      { numRuns: 12 },
    );
  });
});
