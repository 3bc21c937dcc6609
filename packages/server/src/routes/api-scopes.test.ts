/** What a key of each scope may do: every route there is, asked with every key. */
import { apiKeyScopes } from "@outlay/shared";
import { describe, expect, it } from "vitest";
import { routesOf } from "../create-app.ts";
import { keyApi } from "../testing/key-api.ts";

/** What each route needs, written down once more, so that none gets here without somebody's thought. */
const neededBy: Record<string, keyof typeof letIn> = {
  "POST /register": "nothing",
  "POST /api/token": "nothing",
  "POST /api/token/refresh": "nothing",
  "POST /api/token/verify": "nothing",
  "POST /api/token/blacklist": "nothing",
  "GET /me": "read",
  "DELETE /me": "login",
  "PUT /me/password": "login",
  "GET /api/keys": "login",
  "POST /api/keys": "login",
  "DELETE /api/keys/:id": "login",
  "GET /expenses": "read",
  "POST /expenses": "full",
  "GET /expenses/:id": "read",
  "PUT /expenses/:id": "full",
  "PATCH /expenses/:id": "full",
  "DELETE /expenses/:id": "full",
  "POST /expenses/:id/restore": "full",
  "GET /budget": "read",
  "POST /budget": "full",
  "GET /budget/status": "read",
  "GET /budget/:id": "read",
  "PUT /budget/:id": "full",
  "PATCH /budget/:id": "full",
  "DELETE /budget/:id": "full",
  "POST /budget/:id/restore": "full",
  "GET /imports": "read",
  "POST /imports": "import",
  "GET /imports/:id": "read",
  "DELETE /imports/:id": "full",
  "POST /imports/:id/expenses": "import",
  "GET /reports/spending": "read",
};

const letIn = {
  nothing: ["read", "import", "full", "login"],
  read: ["read", "full", "login"],
  import: ["import", "full", "login"],
  full: ["full", "login"],
  login: ["login"],
} as const;

describe("every route", () => {
  it("has said what a key needs for it", async () => {
    const api = await keyApi();
    const routes = routesOf(api.context).flatMap(({ path, operations }) =>
      Object.keys(operations).map((method) => `${method} ${path.replace(/\/$/, "")}`),
    );
    expect(routes.toSorted()).toEqual(Object.keys(neededBy).toSorted());
  });

  it.each([...apiKeyScopes, "login"] as const)(
    "lets in or keeps out as it is meant to: %s",
    async (scope) => {
      const api = await keyApi();
      const token = scope === "login" ? api.access : await api.newKey(scope);
      const wanted: Record<string, unknown> = {};
      const found: Record<string, unknown> = {};
      for (const [route, needed] of Object.entries(neededBy)) {
        const [method = "", path = ""] = route.split(" ");
        const hasBody = method.startsWith("P");
        const { status, body } = await api.sendAs(
          method,
          path.replace(":id", "1"),
          hasBody ? {} : undefined,
          token,
        );
        const mayCome = letIn[needed].some((each) => each === scope);
        wanted[route] = mayCome ? "open" : { code: "out_of_scope", scope, needed };
        const { detail, ...refused } = (body ?? {}) as Record<string, unknown>;
        found[route] = status === 403 ? refused : "open";
        // Whoever is let in is let in as somebody.
        expect(status === 401 && needed !== "nothing", `${route}: ${String(detail)}`).toBe(false);
      }
      expect(found).toEqual(wanted);
    },
  );
});

describe("a key", () => {
  it("of another scope is told its own and what is needed", async () => {
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

  it("that may read may ask for the headers alone, and one that may only import may not", async () => {
    const api = await keyApi();
    const head = async (scope: "read" | "import") =>
      (await api.sendAs("HEAD", "/expenses/", undefined, await api.newKey(scope))).status;
    expect(await head("read")).toBe(200);
    expect(await head("import")).toBe(403);
  });

  it("that may import imports, adds to its batch and is told what was there, and no more", async () => {
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
    expect(await api.sendAs("GET", "/imports/1/", undefined, key)).toMatchObject({ status: 403 });
  });
});
