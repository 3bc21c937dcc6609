import { describe, expect, it } from "vitest";
import { bus, lunch, reportApi } from "../testing/report-api.ts";

const salary = { amount: 20, description: "Salary", kind: "INCOME", date: "2026-11-25" };

describe("a spending report", () => {
  it("takes refunds off what was spent, also below zero, and tells what came in and what is left", async () => {
    const { get } = await reportApi(
      { ...lunch, amount: 110 },
      { ...lunch, amount: 100, kind: "REFUND" },
      { ...bus, kind: "REFUND" },
      { ...salary, amount: 2000 },
      { ...salary, kind: "TRANSFER" },
    );
    expect(await get("")).toMatchObject({
      total: 7,
      count: 3,
      groups: [{ key: "FOOD", total: 10, count: 2 }, {}, { key: "TRANSPORT", total: -3 }, {}],
      income: 2000,
      left: 1993,
    });
    expect(await get("category=FOOD")).toMatchObject({ total: 10, income: null, left: null });
    expect(await get("kind=REFUND")).toMatchObject({ total: -103, count: 2, income: null });
    expect(await get("kind=EXPENSE&kind=REFUND")).toMatchObject({ total: 7, left: 1993 });
  });

  it("can be of income or of transfers alone, whose sums are positive", async () => {
    const transfer = { ...salary, kind: "TRANSFER", direction: "in", amount: 5 };
    const { get, send } = await reportApi(lunch, salary, salary, transfer);
    expect(await get("kind=INCOME&by=month")).toMatchObject({
      total: 40,
      count: 2,
      groups: [{ key: "2026-11", total: 40, count: 2 }],
      income: null,
    });
    expect(await get("kind=TRANSFER&by=account")).toMatchObject({
      total: 5,
      groups: [{ key: "", total: 5 }],
    });
    expect(await send("GET", "/reports/spending/?kind=INCOME&kind=EXPENSE")).toMatchObject({
      status: 400,
      body: { kind: ["A report can be of INCOME or of TRANSFER alone, or of EXPENSE and REFUND."] },
    });
  });

  it("groups by account, and leaves out currencies without a rate, which it tells", async () => {
    const { get } = await reportApi(
      { ...lunch, account: "Giro" },
      { ...lunch, account: "Visa", amount: 20, currency: "USD" },
      { ...lunch, amount: 5, currency: "USD", kind: "REFUND" },
      { ...salary, currency: "CHF" },
      bus,
    );
    expect(await get("by=account")).toMatchObject({
      total: 15.5,
      count: 2,
      groups: [
        { key: "", total: 3, count: 1 },
        { key: "Giro", total: 12.5, count: 1 },
      ],
      unconverted: [{ currency: "USD", total: 15, count: 2 }],
      income: 0,
      left: -15.5,
      income_unconverted: [{ currency: "CHF", total: 20, count: 1 }],
    });
    expect(await get("currency=home")).toMatchObject({ total: 15.5, unconverted: [] });
  });
});
