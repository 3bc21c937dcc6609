/**
 * Checks what a key of each scope may do, and the refusals for the rest; `isolation.test.ts` covers
 * every route.
 */
import { describe, expect, it } from "vitest";
import { keyApi } from "../testing/key-api.ts";

describe("a key", () => {
  it("of another scope is refused with its own scope and the required one", async () => {
    const api = await keyApi();
    expect(
      await api.sendAs("GET", "/expenses/", undefined, await api.newKey("import")),
    ).toMatchObject({
      status: 403,
      body: {
        detail: "This API key has the scope import; this needs a key of scope read or full.",
        code: "out_of_scope",
        scope: "import",
        needed: "read",
      },
    });
    expect(
      await api.sendAs("GET", "/api/keys/", undefined, await api.newKey("full")),
    ).toMatchObject({
      status: 403,
      body: { detail: "This API key has the scope full; this needs a login.", needed: "login" },
    });
  });

  it("that may read may send HEAD, and one that may only import may not", async () => {
    const api = await keyApi();
    const head = async (scope: "read" | "import") =>
      (await api.sendAs("HEAD", "/expenses/", undefined, await api.newKey(scope))).status;
    expect(await head("read")).toBe(200);
    expect(await head("import")).toBe(403);
  });

  it("that may import can create a batch, add to it and see existing expenses, and no more", async () => {
    const api = await keyApi();
    const key = await api.newKey("import");
    const expenses = [{ amount: 1, description: "Tea", category: "FOOD", external_id: "bank-1" }];
    const add = { source: "bank.csv", expenses };
    expect(await api.sendAs("POST", "/imports/", add, key)).toMatchObject({
      status: 201,
      body: { id: 1, created: 1 },
    });
    expect(await api.sendAs("POST", "/imports/1/expenses/", { expenses }, key)).toMatchObject({
      status: 200,
      body: { created: 0, duplicates: 1, results: [{ id: 1, status: "duplicate" }] },
    });
    const renamed = [{ ...expenses[0], external_id: "bank-2", known_as: ["bank-1"] }];
    expect(await api.sendAs("POST", "/imports/", { ...add, expenses: renamed }, key)).toMatchObject(
      {
        status: 201,
        body: { created: 0, duplicates: 1, results: [{ id: 1, status: "duplicate" }] },
      },
    );
    expect(await api.sendAs("GET", "/imports/1/", undefined, key)).toMatchObject({ status: 403 });
  });
});
