import { request } from "node:http";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expenseOrders } from "@outlay/shared";
import { testApi } from "../testing/test-api.ts";
import { readCursor, writeCursor } from "./expense-cursor.ts";

interface Expense {
  id: number;
}

const lunch = { amount: 12.5, description: "Lunch", category: "FOOD", date: "2026-11-20" };
const bus = { amount: 3, description: "Bus", category: "TRANSPORT", date: "2026-11-21" };
const street = { ...lunch, amount: 100, description: "Straßenfest", tags: ["büro", "fun"] };

async function listApi(...expenses: object[]) {
  const api = await testApi();
  const { access } = await api.newUser("ada");
  const send = (method: string, path: string, body?: unknown) =>
    api.send(method, path, body, access);
  if (expenses.length > 0) await send("POST", "/imports/", { source: "bank.csv", expenses });
  const idsOf = async (query: string) => {
    const { status, body } = await send("GET", `/expenses/?${query}`);
    expect(status, query).toBe(200);
    return (body as Expense[]).map(({ id }) => id);
  };
  return { ...api, access, send, idsOf };
}

describe("a list of expenses", () => {
  it("satisfies all of its filters, and any value of a repeated one", async () => {
    const more = { ...bus, amount: 0.01, description: "Tram", tags: ["work"] };
    const { idsOf, send } = await listApi(lunch, bus, street, more);
    await send("POST", "/expenses/", { ...lunch, category: "DATA" });
    const wanted: [string, number[]][] = [
      ["", [1, 2, 3, 4, 5]],
      ["category=FOOD", [1, 3]],
      ["category=FOOD&category=DATA", [1, 3, 5]],
      ["tag=fun", [3]],
      ["tag=fun&tag=work", [3, 4]],
      ["tag=b%C3%BCro&category=TRANSPORT", []],
      ["min=3&max=12.50", [1, 2, 5]],
      ["min=0&max=.01", [4]],
      ["min=100.01", []],
      ["q=lunch", [1, 5]],
      ["q=STRASSEN", [3]],
      ["import=1", [1, 2, 3, 4]],
      ["import=2", []],
      ["from=2026-11-21&to=2026-11-21&q=t", [4]],
      ["order=-id", [5, 4, 3, 2, 1]],
      ["order=date", [1, 3, 5, 2, 4]],
      ["order=-date", [4, 2, 5, 3, 1]],
      ["order=amount", [4, 2, 1, 5, 3]],
      ["order=-amount&limit=2", [3, 5]],
    ];
    for (const [query, ids] of wanted) {
      expect(await idsOf(query), query).toEqual(ids);
    }
    await send("DELETE", "/expenses/3/");
    expect(await idsOf("q=strasse&deleted=true&category=FOOD&order=-date")).toEqual([3]);
    expect(await idsOf("q=strasse")).toEqual([]);
  });

  it("reports all faults of its parameters by name, at once", async () => {
    const { send } = await listApi();
    const query = [
      "category=FOOD&category=RENT&category=food",
      "tag=two%20words&from=2026-02-30&to=x&min=1.234&max=-1&q=%20&import=x&deleted=1",
      "order=size&limit=1001&after=nonsense&colour=red",
    ].join("&");
    const { status, body } = await send("GET", `/expenses/?${query}`);
    expect(status).toBe(400);
    expect(body).toEqual({
      category: ['"RENT" is not a valid choice.', '"food" is not a valid choice.'],
      tag: ['"two words" can\'t be a tag.'],
      from: ["Must be a day, YYYY-MM-DD."],
      to: ["Must be a day, YYYY-MM-DD."],
      min: ["Must be an amount like 12.50, with at most two decimals and 12 digits."],
      max: ["Must be an amount like 12.50, with at most two decimals and 12 digits."],
      q: ["May not be blank."],
      import: ["Must be an id: a whole number."],
      deleted: ["Must be true or false."],
      order: ["Must be one of id, -id, date, -date, amount, -amount."],
      limit: ["Must be a whole number from 1 to 1000."],
      after: ['Must come from a "next" link of this list.'],
      colour: ["There is no such parameter."],
    });
    for (const bad of ["limit=0", "limit=1.5", "limit=", "limit=1&limit=1", "min=1e999999999"]) {
      expect((await send("GET", `/expenses/?${bad}`)).status, bad).toBe(400);
    }
  });

  it("is divided into pages if it has a limit, each with a link to the next until the last", async () => {
    const { send } = await listApi(lunch, bus, street, lunch, lunch);
    const seen: number[][] = [];
    const totals: (string | null)[] = [];
    let path: string | undefined = "/expenses/?order=-date&limit=2&tag=x&tag=fun&tag=b%C3%BCro";
    await send("PATCH", "/expenses/5/", { tags: ["fun"] });
    await send("PATCH", "/expenses/4/", { tags: ["x", "fun"] });
    while (path !== undefined) {
      const { headers, body } = await send("GET", path);
      seen.push((body as Expense[]).map(({ id }) => id));
      totals.push(headers.get("x-total-count"));
      path = /^<([^>]*)>; rel="next"$/.exec(headers.get("link") ?? "")?.[1];
      // Neither change moves the next page.
      await send("POST", "/expenses/", { ...lunch, date: "2026-11-30", tags: ["fun"] });
      await send("DELETE", "/expenses/5/");
    }
    expect(seen).toEqual([[5, 4], [3]]);
    expect(totals).toEqual(["3", "3"]);
    expect((await send("GET", "/expenses/?limit=1000")).headers.get("link")).toBeNull();
  });

  it("refuses the link to the next page of a list in another order", async () => {
    const { send } = await listApi(lunch, bus);
    const { headers } = await send("GET", "/expenses/?order=-date&limit=1");
    const after = /after=([^&>]*)/.exec(headers.get("link") ?? "")?.[1];
    expect(await send("GET", `/expenses/?order=-date&limit=1&after=${after}`)).toMatchObject({
      body: [{ id: 1 }],
    });
    expect(await send("GET", `/expenses/?order=date&limit=1&after=${after}`)).toMatchObject({
      status: 400,
      body: { after: ["Belongs to a list in the order -date, not date."] },
    });
  });

  it("is a single array of any length, with the number of expenses in a header", async () => {
    const many = Array.from({ length: 1234 }, (_, index) => ({ ...lunch, amount: index + 1 }));
    const { send, idsOf } = await listApi(...many);
    const { headers, body } = await send("GET", "/expenses/");
    expect(headers.get("content-type")).toBe("application/json; charset=utf-8");
    expect(headers.get("x-total-count")).toBe("1234");
    expect((body as { amount: number }[]).map(({ amount }) => amount)).toEqual(
      many.map(({ amount }) => amount),
    );
    for (const limit of [499, 500, 501, 999, 1000]) {
      expect(await idsOf(`limit=${limit}`)).toHaveLength(limit);
    }
  });

  it("can be abandoned by the client before its end", async () => {
    const many = Array.from({ length: 10_000 }, () => ({ ...lunch, description: "x".repeat(255) }));
    const { send, url, access, faults } = await listApi(...many);
    await send("POST", "/imports/", { source: "more", expenses: many });
    const headers = { authorization: `Bearer ${access}` };
    await new Promise<void>((resolve, reject) => {
      const asked = request(`${url}/expenses/`, { headers }, (answer) => {
        answer.once("data", () => {
          answer.destroy();
          resolve();
        });
      });
      asked.on("error", reject);
      asked.end();
    });
    expect((await send("GET", "/expenses/?limit=1")).status).toBe(200);
    expect(faults).toEqual([]);
  });
});

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

describe("a cursor", () => {
  const position = fc.record({
    id: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
    spentOn: fc.constantFrom("0001-01-01", "2024-02-29", "9999-12-31"),
    amountCents: fc.integer({ min: 1, max: 999_999_999_999 }),
  });

  it("can be read back, and can stand in an address", () => {
    fc.assert(
      fc.property(fc.constantFrom(...expenseOrders), position, (order, where) => {
        const cursor = writeCursor(order, where);
        expect(readCursor(cursor)).toEqual({ order, position: where });
        expect(encodeURIComponent(cursor)).toBe(cursor);
      }),
    );
  });

  it("is refused if it is anything else", () => {
    const texts = [
      "",
      "x",
      encoded(null),
      encoded({}),
      encoded(["id", 1, "2026-11-22"]),
      encoded(["size", 1, "2026-11-22", 1]),
      encoded(["id", 0, "2026-11-22", 1]),
      encoded(["id", 1, "2026-02-30", 1]),
      encoded(["id", 1, "2026-11-22", 1.5]),
      encoded(["id", "1", "2026-11-22", 1]),
    ];
    for (const text of texts) expect(readCursor(text), text).toBeUndefined();
    fc.assert(fc.property(fc.string(), (text) => readCursor(text) === undefined));
  });
});

describe("a list of budgets", () => {
  it("can be limited to some categories, also in the trash", async () => {
    const { send } = await listApi();
    for (const category of ["FOOD", "SAVINGS", "FOOD", "DATA"]) {
      await send("POST", "/budget/", { amount: 1, description: "x", category });
    }
    await send("DELETE", "/budget/3/");
    const idsOf = async (query: string) => {
      const { body, headers } = await send("GET", `/budget/?${query}`);
      const ids = (body as Expense[]).map(({ id }) => id);
      expect(headers.get("x-total-count")).toBe(String(ids.length));
      return ids;
    };
    expect(await idsOf("category=FOOD")).toEqual([1]);
    expect(await idsOf("category=FOOD&category=SAVINGS")).toEqual([1, 2]);
    expect(await idsOf("category=FOOD&deleted=true")).toEqual([3]);
    expect(await send("GET", "/budget/?category=RENT")).toMatchObject({
      status: 400,
      body: { category: ['"RENT" is not a valid choice.'] },
    });
  });
});
