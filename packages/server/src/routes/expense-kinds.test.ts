/** The kinds of records, and what clients that don't know them see. */
import { describe, expect, it } from "vitest";
import { userApi } from "../testing/import-api.ts";

const lunch = { amount: 12.5, description: "Lunch", category: "FOOD", date: "2026-11-20" };
const others = [
  { ...lunch, kind: "REFUND" },
  { ...lunch, category: null, kind: "INCOME" },
  { ...lunch, category: null, kind: "TRANSFER", direction: "in" },
];

async function withAllKinds() {
  const api = await userApi();
  for (const body of [lunch, ...others]) await api.send("POST", "/expenses/", body);
  const ids = async (query: string) =>
    ((await api.send("GET", `/expenses/?${query}`)).body as { id: number }[]).map(({ id }) => id);
  return { ...api, ids };
}

describe("a list without a kind", () => {
  it("has the expenses, all of them and nothing else, and so does its total count", async () => {
    const { send, ids } = await withAllKinds();
    expect(await ids("")).toEqual([1]);
    const { headers } = await send("GET", "/expenses/?limit=1");
    expect(headers.get("x-total-count")).toBe("1");
    expect(headers.get("link")).toBeNull();
    await send("DELETE", "/expenses/2/");
    await send("DELETE", "/expenses/1/");
    expect(await ids("deleted=true")).toEqual([1]);
  });
});

describe("a list of kinds", () => {
  it("has the records of these kinds, or of any", async () => {
    const { send, ids } = await withAllKinds();
    expect(await ids("kind=any")).toEqual([1, 2, 3, 4]);
    expect(await ids("kind=REFUND&kind=INCOME")).toEqual([2, 3]);
    expect(await ids("kind=any&kind=TRANSFER&limit=2")).toEqual([1, 2]);
    expect(await send("GET", "/expenses/?kind=refund")).toMatchObject({
      status: 400,
      body: { kind: ['"refund" is not a valid choice.'] },
    });
    expect((await send("GET", "/expenses/?kind=any")).headers.get("x-total-count")).toBe("4");
  });
});

describe("the kind of a record", () => {
  it("decides whether it has a category and a direction", async () => {
    const { send } = await userApi();
    const refused = async (body: object) => (await send("POST", "/expenses/", body)).body;
    expect(await refused({ ...lunch, kind: "INCOME" })).toEqual({
      category: ["Must be null: income and transfers have no category."],
    });
    expect(await refused({ ...lunch, direction: "in" })).toEqual({
      direction: ["Must be null: only a transfer has a direction."],
    });
    expect(await refused({ ...lunch, kind: "REFUND", category: null })).toEqual({
      category: ["This field may not be null."],
    });
    const { category: _, ...bare } = lunch;
    expect(await refused({ ...bare, amount: "x", kind: "REFUND" })).toEqual({
      amount: ["A valid number is required."],
      category: ["This field is required."],
    });
    expect(await refused({ ...bare, kind: "TRANSFER", direction: null })).toEqual({
      direction: ["This field may not be null."],
    });
    expect(await refused({ ...bare, kind: "LOAN" })).toEqual({
      kind: ['"LOAN" is not a valid choice.'],
    });
    expect(await send("POST", "/expenses/", { ...bare, kind: "TRANSFER" })).toMatchObject({
      status: 201,
      body: { kind: "TRANSFER", direction: "out", category: null },
    });
  });

  it("can change, and takes category and direction with it", async () => {
    const { send } = await userApi();
    await send("POST", "/expenses/", { ...lunch, account: "Giro" });
    const change = async (body: object) => (await send("PATCH", "/expenses/1/", body)).body;
    expect(await change({ kind: "TRANSFER" })).toMatchObject({
      kind: "TRANSFER",
      category: null,
      direction: "out",
      account: "Giro",
    });
    expect(await change({ direction: "in" })).toMatchObject({ direction: "in" });
    expect(await change({ kind: "INCOME" })).toMatchObject({ category: null, direction: null });
    expect(await change({ category: "FOOD" })).toEqual({
      category: ["Must be null: income and transfers have no category."],
    });
    expect(await change({ kind: "REFUND" })).toEqual({ category: ["This field is required."] });
    expect(await change({ kind: "REFUND", category: "DATA" })).toMatchObject({
      kind: "REFUND",
      category: "DATA",
    });
  });

  it("and all other new fields survive a client that doesn't know them", async () => {
    const { send } = await userApi();
    const full = { ...lunch, account: "Giro", note: "with Ada", currency: "USD" };
    await send("POST", "/expenses/", full);
    const known = { amount: 13, description: "Dinner", category: "FOOD", date: "2026-11-21" };
    expect(await send("PUT", "/expenses/1/", known)).toMatchObject({
      status: 200,
      body: { ...full, ...known, kind: "EXPENSE" },
    });
    await send("POST", "/expenses/", { ...lunch, kind: "REFUND", note: "too small" });
    expect((await send("PUT", "/expenses/2/", known)).body).toMatchObject({
      ...known,
      kind: "REFUND",
      note: "too small",
    });
  });
});

describe("an account, a note and a currency", () => {
  it("are refused where they are too long, blank or unknown", async () => {
    const { send } = await userApi();
    const body = { ...lunch, account: " ", note: "x".repeat(1001), currency: "KWD" };
    expect((await send("POST", "/expenses/", body)).body).toEqual({
      account: ["This field may not be blank."],
      note: ["Ensure this field has no more than 1000 characters."],
      currency: ["Expected a currency code of ISO 4217 like EUR, with two decimal places or none."],
    });
  });

  it("select records, and a text is sought in description and note", async () => {
    const { send, ids } = await withAllKinds();
    await send("POST", "/expenses/", { ...lunch, account: "Giro", note: "With ADA" });
    await send("POST", "/expenses/", { ...lunch, account: "Visa", currency: "USD" });
    expect(await ids("account=Giro&account=Visa")).toEqual([5, 6]);
    expect(await ids("currency=USD")).toEqual([6]);
    expect(await ids("currency=home")).toEqual([1, 5]);
    expect(await ids("q=ada")).toEqual([5]);
    expect(await ids("description=ada")).toEqual([]);
    expect(await ids("description=lunch&confirmed=false")).toEqual([1, 5, 6]);
    expect(await ids("confirmed=true")).toEqual([]);
    expect(await send("GET", "/expenses/?currency=usd&account=")).toMatchObject({
      status: 400,
      body: {
        currency: ["Must be a currency code like EUR, or home."],
        account: ["Must have 1 to 60 characters."],
      },
    });
  });
});
