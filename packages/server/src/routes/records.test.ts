import { describe, expect, it } from "vitest";
import { testApi } from "../testing/test-api.ts";

const lunch = { amount: 12.5, description: "Lunch", category: "FOOD" };
const full = { ...lunch, date: "2024-02-29", tags: ["work", "trip"], external_id: "bank-1" };

async function userApi() {
  const api = await testApi({ clock: () => new Date(2026, 10, 22, 23, 30) });
  const { access } = await api.newUser("ada");
  const send = (method: string, path: string, body?: unknown) =>
    api.send(method, path, body, access);
  return { ...api, access, send, sendAs: api.send };
}

describe("an expense", () => {
  it("is complete when three fields are given: today, no tags, no external id", async () => {
    const { send } = await userApi();
    const { status, body } = await send("POST", "/expenses/", lunch);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      id: 1,
      ...lunch,
      date: "2026-11-22",
      tags: [],
      external_id: null,
      created_at: new Date(2026, 10, 22, 23, 30).toISOString(),
      updated_at: new Date(2026, 10, 22, 23, 30).toISOString(),
    });
  });

  it("keeps the fields that a replacement doesn't name", async () => {
    const { send } = await userApi();
    await send("POST", "/expenses/", full);
    const { body } = await send("PUT", "/expenses/1/", { ...lunch, amount: 13 });
    expect(body).toMatchObject({ ...full, amount: 13 });
  });

  it("can be stripped of its tags and its external id", async () => {
    const { send } = await userApi();
    await send("POST", "/expenses/", full);
    const { body } = await send("PATCH", "/expenses/1/", { tags: [], external_id: null });
    expect(body).toMatchObject({ ...lunch, tags: [], external_id: null });
  });

  it("is recorded once under one external id, however often it is sent", async () => {
    const { send } = await userApi();
    const first = await send("POST", "/expenses/", full);
    const again = await send("POST", "/expenses/", { ...full, amount: 99 });
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.body).toEqual(first.body);
    expect((await send("GET", "/expenses/")).body).toEqual([first.body]);
  });

  it("is recorded once even if it is sent ten times at once", async () => {
    const { send } = await userApi();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => send("POST", "/expenses/", full)),
    );
    expect(answers.map(({ status }) => status).filter((status) => status === 201)).toHaveLength(1);
  });

  it("shares its external id with other users' expenses only", async () => {
    const { send, sendAs, newUser } = await userApi();
    await send("POST", "/expenses/", full);
    await send("POST", "/expenses/", { ...lunch, external_id: "bank-2" });
    const { status, body } = await send("PATCH", "/expenses/2/", { external_id: "bank-1" });
    expect(status).toBe(400);
    expect(body).toEqual({ external_id: ["Another record has this external_id already."] });
    expect(await send("PATCH", "/expenses/1/", { external_id: "bank-1" })).toMatchObject({
      status: 200,
    });
    const { access: grace } = await newUser("grace");
    expect(await sendAs("POST", "/expenses/", full, grace)).toMatchObject({ status: 201 });
  });

  it("has an id that is never reused", async () => {
    const { send } = await userApi();
    await send("POST", "/expenses/", lunch);
    await send("POST", "/expenses/", lunch);
    await send("DELETE", "/expenses/2/");
    expect((await send("POST", "/expenses/", lunch)).body).toMatchObject({ id: 3 });
  });

  it("takes its tags from a form's repeated field", async () => {
    const { url, access } = await userApi();
    const response = await fetch(`${url}/expenses/`, {
      method: "POST",
      headers: { authorization: `Bearer ${access}` },
      body: new URLSearchParams([
        ["amount", "3"],
        ["description", "café"],
        ["category", "FOOD"],
        ["tags", "a"],
        ["tags", "b"],
        ["external_id", ""],
      ]),
    });
    expect(await response.json()).toMatchObject({ tags: ["a", "b"], external_id: null });
  });

  it("accepts a multipart form, and ignores files in it", async () => {
    const { url, access } = await userApi();
    const form = new FormData();
    form.set("amount", "3");
    form.set("description", new Blob(["text"]), "file.txt");
    form.set("category", "FOOD");
    const response = await fetch(`${url}/expenses/`, {
      method: "POST",
      headers: { authorization: `Bearer ${access}` },
      body: form,
    });
    expect(await response.json()).toEqual({ description: ["Not a valid string."] });
  });
});

describe("a list of expenses", () => {
  it("can be limited to some days, by id, also in the trash", async () => {
    const { send } = await userApi();
    for (const date of ["2026-11-22", "2026-11-20", "2026-11-21", "2026-11-20"]) {
      await send("POST", "/expenses/", { ...lunch, date });
    }
    const idsOf = async (query: string) => {
      const { body } = await send("GET", `/expenses/?${query}`);
      return (body as { id: number }[]).map(({ id }) => id);
    };
    expect(await idsOf("from=2026-11-20&to=2026-11-21")).toEqual([2, 3, 4]);
    expect(await idsOf("from=2026-11-21")).toEqual([1, 3]);
    expect(await idsOf("to=2026-11-20")).toEqual([2, 4]);
    await send("DELETE", "/expenses/2/");
    expect(await idsOf("to=2026-11-20")).toEqual([4]);
    expect(await idsOf("to=2026-11-20&deleted=true")).toEqual([2]);
    expect(await idsOf("from=2026-11-21&deleted=true")).toEqual([]);
  });
});

describe("the trash", () => {
  it("holds removed records, shows since when, and restores them", async () => {
    const { send } = await userApi();
    const { body: expense } = await send("POST", "/expenses/", full);
    expect(await send("DELETE", "/expenses/1/")).toMatchObject({ status: 204, body: null });
    expect(await send("GET", "/expenses/1/")).toMatchObject({ status: 404 });
    expect(await send("GET", "/expenses/")).toMatchObject({ body: [] });
    expect(await send("GET", "/expenses/?deleted=false")).toMatchObject({ body: [] });
    expect(await send("GET", "/expenses/?deleted=true")).toMatchObject({
      body: [{ ...full, deleted_at: new Date(2026, 10, 22, 23, 30).toISOString() }],
    });

    expect(await send("POST", "/expenses/1/restore/")).toMatchObject({
      status: 200,
      body: expense,
    });
    expect(await send("POST", "/expenses/1/restore/")).toMatchObject({ status: 404 });
    expect((await send("GET", "/expenses/")).body).toEqual([expense]);
  });

  it("is visible to its owner alone", async () => {
    const { send, sendAs, newUser } = await userApi();
    await send("POST", "/budget/", lunch);
    await send("DELETE", "/budget/1/");
    const { access: grace } = await newUser("grace");
    expect(await sendAs("GET", "/budget/?deleted=true", undefined, grace)).toMatchObject({
      body: [],
    });
    expect(await sendAs("POST", "/budget/1/restore/", undefined, grace)).toMatchObject({
      status: 404,
    });
    expect(await sendAs("POST", "/budget/1/restore/")).toMatchObject({ status: 401 });
  });

  it("is requested by one parameter; others are refused by name", async () => {
    const { send } = await userApi();
    expect(await send("GET", "/expenses/?deleted=yes&colour=red")).toMatchObject({
      status: 400,
      body: { deleted: ["Must be true or false."], colour: ["There is no such parameter."] },
    });
    expect(await send("GET", "/expenses/?from=2026-02-30&to=now")).toMatchObject({
      status: 400,
      body: { from: ["Must be a day, YYYY-MM-DD."], to: ["Must be a day, YYYY-MM-DD."] },
    });
    expect(await send("GET", "/budget/?from=2026-11-22")).toMatchObject({ status: 400 });
    expect(await send("GET", "/budget/?deleted=true&deleted=false")).toMatchObject({ status: 400 });
    expect(await send("GET", "/budget/?__proto__=x")).toMatchObject({ status: 400 });
  });
});

describe("a budget", () => {
  it("is by default monthly, without an end and without rollover", async () => {
    const { send } = await userApi();
    const { body } = await send("POST", "/budget/", { ...lunch, category: "SAVINGS" });
    expect(body).toMatchObject({
      id: 1,
      category: "SAVINGS",
      period: "MONTHLY",
      starts: null,
      ends: null,
      rollover: "none",
    });
  });

  it("can't end before it starts, whichever date is changed", async () => {
    const { send } = await userApi();
    const span = { starts: "2026-02-01", ends: "2026-01-31" };
    const refused = { ends: ["A budget that starts on 2026-02-01 can't end on 2026-01-31."] };
    expect((await send("POST", "/budget/", { ...lunch, ...span })).body).toEqual(refused);
    await send("POST", "/budget/", { ...lunch, starts: "2026-02-01" });
    expect(await send("PATCH", "/budget/1/", { ends: span.ends })).toMatchObject({
      status: 400,
      body: refused,
    });
    expect(await send("PATCH", "/budget/1/", { ends: "2026-02-01" })).toMatchObject({
      status: 200,
    });
  });

  it("refuses an unknown period or rollover", async () => {
    const { send } = await userApi();
    const { body } = await send("POST", "/budget/", { ...lunch, period: "DAILY", rollover: 1 });
    expect(body).toEqual({
      period: ['"DAILY" is not a valid choice.'],
      rollover: ['"1" is not a valid choice.'],
    });
  });
});
