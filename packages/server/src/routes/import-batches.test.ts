import { importAnswer, importBatch, importReverted, readFields } from "@outlay/shared";
import { describe, expect, it } from "vitest";
import { lunch, now, outcome, rows, userApi } from "../testing/import-api.ts";

describe("POST /imports/<id>/expenses/", () => {
  it("adds to a batch", async () => {
    const { send } = await userApi();
    await send("POST", "/imports/", { source: "bank.csv", expenses: rows("a") });
    const answer = await send("POST", "/imports/1/expenses/", { expenses: rows("a", "b") });
    expect(outcome(answer)).toEqual([200, 1, 1, "1 duplicate", "2 created"]);
    expect(readFields(importAnswer, answer.body).errors).toEqual({});
    expect(await send("GET", "/imports/1/")).toMatchObject({ body: { created: 2 } });
  });

  it("validates the expenses as POST /imports/ does", async () => {
    const { send } = await userApi();
    await send("POST", "/imports/", { source: "bank.csv", expenses: [] });
    const expenses = [lunch, { ...lunch, amount: "x" }];
    expect(await send("POST", "/imports/1/expenses/", { expenses })).toMatchObject({
      status: 400,
      body: { expenses: [{}, { amount: ["A valid number is required."] }] },
    });
    expect(await send("POST", "/imports/1/expenses/", {})).toMatchObject({
      status: 400,
      body: { expenses: ["This field is required."] },
    });
    expect(await send("GET", "/imports/1/")).toMatchObject({ body: { created: 0 } });
  });

  it("finds no batch of another user, whatever the body", async () => {
    const { send, sendAs, newUser } = await userApi();
    await send("POST", "/imports/", { source: "bank.csv", expenses: [] });
    const { access: grace } = await newUser("grace");
    for (const path of ["/imports/1/expenses/", "/imports/2/expenses/"]) {
      const answer = await sendAs("POST", path, { expenses: "x" }, grace);
      expect(answer).toMatchObject({ status: 404, body: { detail: "Not found." } });
    }
  });
});

describe("a batch", () => {
  it("is listed by id, with its present number of expenses, including the trash", async () => {
    const { send, sendAs, newUser } = await userApi();
    const file = { source: "bank.csv", external_id: "file-1" };
    await send("POST", "/imports/", { ...file, expenses: rows("a", "b") });
    await send("POST", "/imports/", { source: "card.csv", expenses: rows("b") });
    await send("DELETE", "/expenses/1/");
    const created_at = now.toISOString();
    const batches = [
      { id: 1, ...file, currency: null, created_at, created: 2 },
      { id: 2, source: "card.csv", external_id: null, currency: null, created_at, created: 0 },
    ];
    const listed = await send("GET", "/imports/");
    expect(listed).toMatchObject({ status: 200, body: batches });
    expect(listed.body).toEqual(batches);
    const shown = await send("GET", "/imports/1/");
    expect(shown.body).toEqual(batches[0]);
    expect(readFields(importBatch, shown.body).errors).toEqual({});
    const { access: grace } = await newUser("grace");
    expect((await sendAs("GET", "/imports/", undefined, grace)).body).toEqual([]);
    expect(await sendAs("GET", "/imports/1/", undefined, grace)).toMatchObject({ status: 404 });
    expect(await send("GET", "/imports/?colour=red")).toMatchObject({
      status: 400,
      body: { colour: ["There is no such parameter."] },
    });
  });

  it("is removed with its expenses by DELETE, and their external ids are free again", async () => {
    const { send, sendAs, idsOf, newUser } = await userApi();
    await send("POST", "/imports/", { source: "bank.csv", expenses: rows("a", "b") });
    await send("POST", "/expenses/", lunch);
    await send("DELETE", "/expenses/1/");
    const { access: grace } = await newUser("grace");
    expect(await sendAs("DELETE", "/imports/1/", undefined, grace)).toMatchObject({ status: 404 });

    const reverted = await send("DELETE", "/imports/1/");
    expect(reverted).toMatchObject({ status: 200, body: { deleted: 2 } });
    expect(readFields(importReverted, reverted.body).errors).toEqual({});

    expect(await send("DELETE", "/imports/1/")).toMatchObject({ status: 404 });
    expect(await idsOf("")).toEqual([3]);
    expect(await idsOf("deleted=true")).toEqual([]);
    const again = await send("POST", "/imports/", { source: "bank.csv", expenses: rows("a") });
    expect(again.body).toMatchObject({ id: 2 });
    expect(outcome(again)).toEqual([201, 1, 0, "4 created"]);
  });

  it("keeps its expenses when they are edited", async () => {
    const { send, idsOf } = await userApi();
    await send("POST", "/imports/", { source: "bank.csv", expenses: rows("a", "b") });
    await send("PUT", "/expenses/1/", { ...lunch, amount: 1 });
    await send("PATCH", "/expenses/2/", { external_id: null });
    expect(await idsOf("import=1")).toEqual([1, 2]);
    expect(await send("DELETE", "/imports/1/")).toMatchObject({ body: { deleted: 2 } });
  });

  it("can be listed by GET /expenses/?import=, with the other parameters", async () => {
    const { send, sendAs, idsOf, newUser, access } = await userApi();
    await send("POST", "/expenses/", lunch);
    const days = ["2026-11-20", "2026-11-21", "2026-11-21"].map((date) => ({ ...lunch, date }));
    await send("POST", "/imports/", { source: "bank.csv", expenses: days });
    await send("POST", "/imports/", { source: "card.csv", expenses: [lunch] });
    await send("DELETE", "/expenses/4/");
    expect(await idsOf("import=1")).toEqual([2, 3]);
    expect(await idsOf("import=1&from=2026-11-21")).toEqual([3]);
    expect(await idsOf("import=1&deleted=true")).toEqual([4]);
    expect(await idsOf("import=2")).toEqual([5]);
    expect(await idsOf("import=99")).toEqual([]);
    expect(await idsOf("import=99999999999999999999")).toEqual([]);
    const { access: grace } = await newUser("grace");
    const list = (query: string, token: string) =>
      sendAs("GET", `/expenses/?import=${query}`, undefined, token);
    expect(await list("1", grace)).toMatchObject({ status: 200, body: [] });
    for (const query of ["x", "-1", "1.5", ""]) {
      expect(await list(query, access)).toMatchObject({
        status: 400,
        body: { import: ["Must be an id: a whole number."] },
      });
    }
    expect(await list("1&import=2", access)).toMatchObject({
      status: 400,
      body: { import: ["Can be given only once."] },
    });
  });
});
