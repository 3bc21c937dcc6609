import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { importAnswer, importFaults, maxImportExpenses, readFields } from "@outlay/shared";
import { describe, expect, it } from "vitest";
import { lunch, now, outcome, rows, userApi } from "../testing/import-api.ts";

const tooLarge = (bytes: number) => [413, `{"detail":"The body is larger than ${bytes} bytes."}`];

describe("POST /imports/", () => {
  it("records a batch and reports the outcome of each expense, in the order sent", async () => {
    const { send, idsOf } = await userApi();
    await send("POST", "/expenses/", { ...lunch, external_id: "bank-1" });
    const expenses = [...rows("bank-2", "bank-1", "bank-2"), lunch];
    const answer = await send("POST", "/imports/", { source: " bank.csv ", expenses });
    expect(answer).toMatchObject({
      status: 201,
      body: {
        id: 1,
        source: "bank.csv",
        created_at: now.toISOString(),
        created: 2,
        duplicates: 2,
        results: [
          { id: 2, status: "created" },
          { id: 1, status: "duplicate" },
          { id: 2, status: "duplicate" },
          { id: 3, status: "created" },
        ],
      },
    });
    expect(readFields(importAnswer, answer.body).errors).toEqual({});
    expect(await idsOf("")).toEqual([1, 2, 3]);
  });

  it("records each expense as POST /expenses/ does, and shows the batch", async () => {
    const { send } = await userApi();
    const full = { ...lunch, date: "2024-02-29", tags: ["work", "work"], external_id: "bank-1" };
    await send("POST", "/expenses/", lunch);
    await send("POST", "/imports/", { source: "bank.csv", expenses: [lunch, full] });
    const [typed, first, second] = (await send("GET", "/expenses/")).body as object[];
    expect(first).toEqual({ ...typed, id: 2, import_id: 1 });
    expect(second).toEqual({
      ...typed,
      id: 3,
      import_id: 1,
      date: "2024-02-29",
      tags: ["work"],
      external_id: "bank-1",
    });
  });

  it("continues an existing batch with the same external_id, and answers 200", async () => {
    const { send, sendAs, newUser } = await userApi();
    const file = { source: "bank.csv", external_id: "file-1" };
    const first = await send("POST", "/imports/", { ...file, expenses: rows("a", "b") });
    const again = await send("POST", "/imports/", { ...file, expenses: rows("a", "b", "c") });
    expect(outcome(first)).toEqual([201, 2, 0, "1 created", "2 created"]);
    expect(outcome(again)).toEqual([200, 1, 2, "1 duplicate", "2 duplicate", "3 created"]);
    expect(again.body).toMatchObject({ id: 1 });
    const { access: grace } = await newUser("grace");
    expect(await sendAs("POST", "/imports/", { ...file, expenses: [] }, grace)).toMatchObject({
      status: 201,
      body: { id: 2, created: 0, results: [] },
    });
    expect(await send("GET", "/imports/")).toMatchObject({ body: [{ id: 1, created: 3 }] });
  });

  it("stores nothing if a row is wrong, and reports the faults of each row", async () => {
    const { send, idsOf } = await userApi();
    const wrong = { ...lunch, amount: "12,5O", category: "RENT" };
    const expenses = [lunch, wrong, lunch, "Lunch", null, { description: "Tea" }];
    const answer = await send("POST", "/imports/", { source: "bank.csv", expenses });
    expect(answer).toMatchObject({
      status: 400,
      body: {
        expenses: [
          {},
          { amount: ["A valid number is required."] },
          {},
          { non_field_errors: ["Invalid data. Expected a dictionary, but got str."] },
          { non_field_errors: ["No data provided"] },
          {
            amount: ["This field is required."],
            category: ["This field is required."],
          },
        ],
      },
    });
    expect(readFields(importFaults, answer.body).errors).toEqual({});
    expect(await idsOf("")).toEqual([]);
    expect(await send("GET", "/imports/")).toMatchObject({ body: [] });
  });

  it("reports all faults of the batch and its rows at once", async () => {
    const { send } = await userApi();
    const body = { source: "", external_id: "x".repeat(101), expenses: [{ ...lunch, amount: 0 }] };
    expect(await send("POST", "/imports/", body)).toMatchObject({
      status: 400,
      body: {
        source: ["This field may not be blank."],
        external_id: ["Ensure this field has no more than 100 characters."],
        expenses: [{ amount: ["Ensure this value is greater than or equal to 0.01."] }],
      },
    });
    expect(await send("POST", "/imports/", { source: "x".repeat(256) })).toMatchObject({
      status: 400,
      body: {
        source: ["Ensure this field has no more than 255 characters."],
        expenses: ["This field is required."],
      },
    });
    expect(await send("POST", "/imports/", { source: "x", expenses: {} })).toMatchObject({
      status: 400,
      body: { expenses: ["Expected a list of expenses."] },
    });
    expect(await send("POST", "/imports/", [])).toMatchObject({ status: 400 });
  });

  it("accepts at most ten thousand expenses in one call", async () => {
    const { send } = await userApi();
    // A body larger than the mebibyte that other bodies may have.
    const row = { ...lunch, description: "x".repeat(100) };
    const expenses = Array.from({ length: maxImportExpenses + 1 }, () => row);
    expect(await send("POST", "/imports/", { source: "bank.csv", expenses })).toMatchObject({
      status: 400,
      body: { expenses: ["Ensure there are no more than 10000 expenses in a call."] },
    });
    expenses.pop();
    const { status, body } = await send("POST", "/imports/", { source: "bank.csv", expenses });
    expect(status).toBe(201);
    expect(body).toMatchObject({ id: 1, created: maxImportExpenses, duplicates: 0 });
  });

  it("accepts only JSON: a form is refused, and nothing is stored", async () => {
    const { url, access, send } = await userApi();
    await send("POST", "/imports/", { source: "bank.csv", expenses: [] });
    const authorization = `Bearer ${access}`;
    const multipart = new FormData();
    multipart.set("source", "card.csv");
    multipart.set("expenses", "");
    for (const path of ["/imports/", "/imports/1/expenses/"]) {
      for (const body of [new URLSearchParams("source=card.csv&expenses="), multipart]) {
        const answer = await fetch(url + path, {
          method: "POST",
          headers: { authorization },
          body,
        });
        expect([answer.status, await answer.json()]).toEqual([
          415,
          {
            detail: expect.stringMatching(
              /^Unsupported media type "[^"]+" in request\.$/,
            ) as string,
          },
        ]);
      }
      const options = await fetch(url + path, { method: "OPTIONS", headers: { authorization } });
      expect(await options.json()).toMatchObject({ parses: ["application/json"] });
    }
    expect(await send("GET", "/imports/")).toMatchObject({ body: [{ id: 1 }] });
  });

  it("may have 16 MiB; the limit is named, and that of other bodies is unchanged", async () => {
    const { url, access, send } = await userApi();
    const announce = async (path: string, bytes: number) => {
      const sent = request(url + path, {
        method: "POST",
        headers: {
          authorization: `Bearer ${access}`,
          "content-type": "application/json",
          "content-length": bytes,
        },
      });
      sent.flushHeaders();
      const [response] = (await once(sent, "response")) as [IncomingMessage];
      const chunks = await response.setEncoding("utf8").toArray();
      sent.destroy();
      return [response.statusCode, chunks.join("")];
    };
    await send("POST", "/imports/", { source: "bank.csv", expenses: [] });
    const mebibyte = 1024 * 1024;
    for (const path of ["/imports/", "/imports/1/expenses/"]) {
      expect(await announce(path, 16 * mebibyte + 1)).toEqual(tooLarge(16 * mebibyte));
    }
    expect(await announce("/expenses/", mebibyte + 1)).toEqual(tooLarge(mebibyte));
  });

  it("requires a login", async () => {
    const { sendAs } = await userApi();
    expect(await sendAs("POST", "/imports/", { source: "x", expenses: [] })).toMatchObject({
      status: 401,
    });
  });
});
