/**
 * Checks the permissions of all operations: each kind of client requests every operation in the API's description.
 */
import { afterEach, describe, expect, it } from "vitest";
import { openApiDocument } from "../openapi/open-api-document.ts";
import { accessTable } from "../testing/access/access-table.ts";
import type { Row } from "../testing/access/access-row.ts";
import { household, type Household } from "../testing/household.ts";

const letIn: Record<Row["needs"], readonly ("read" | "import" | "full")[]> = {
  public: ["read", "import", "full"],
  nothing: ["read", "import", "full"],
  any: ["read", "import", "full"],
  read: ["read", "full"],
  import: ["import", "full"],
  full: ["full"],
  login: [],
};

const badToken = (message: string) => ({
  detail: "Given token not valid for any token type",
  code: "token_not_valid",
  messages: [{ token_class: "AccessToken", token_type: "access", message }],
});

const endedKey = (code: string, name: string, what: string) => ({
  detail: `The API key "${name}" ${what}.`,
  code,
  name,
  scope: "full",
});

/** The clients that are never accepted if credentials are required, and the body of their 401. */
const kept: Record<string, { token: (at: Household) => string; body: object }> = {
  "a refresh token": {
    token: ({ tokens }) => tokens.refresh,
    body: badToken("Token has wrong type"),
  },
  "an expired access token": {
    token: ({ tokens }) => tokens.expired,
    body: badToken("Token is invalid or expired"),
  },
  "a token of another server": {
    token: ({ tokens }) => tokens.foreign,
    body: badToken("Token is invalid or expired"),
  },
  "a key that was never issued": {
    token: () => "olk_x",
    body: badToken("Token is invalid or expired"),
  },
  "a revoked key": {
    token: ({ keys }) => keys.revoked,
    body: endedKey("key_revoked", "revoked", "was revoked at 2026-11-22T10:00:00.000Z"),
  },
  "an expired key": {
    token: ({ keys }) => keys.expired,
    body: endedKey("key_expired", "expired", "expired at 2026-11-22T09:00:00.000Z"),
  },
};

let open: Household | undefined;

/** A household over data in their first state. */
async function fresh(): Promise<Household> {
  await open?.close();
  open = await household();
  return open;
}

async function close() {
  await open?.close();
  open = undefined;
}
afterEach(close);

type Asking = (
  token: string | undefined,
  other?: { id?: number | string; body?: object },
) => Promise<{ status: number; body: unknown }>;

const asking =
  (at: Household, operation: string, row: Row): Asking =>
  async (token, { id = row.id ?? row.at, body: sent = row.body } = {}) => {
    const [method = "", path = ""] = operation.split(" ");
    const { status, text, headers } = await at.ask({
      method,
      path: path.replace(/\{.+\}/, String(id)),
      token,
      ...(sent && {
        headers: { "content-type": "application/json" },
        body: JSON.stringify(sent).replace("$refresh", at.tokens.refresh),
      }),
    });
    const isJson = String(headers["content-type"]).startsWith("application/json");
    return { status, body: isJson ? (JSON.parse(text) as unknown) : text };
  };

const operationsIn = (at: Household) =>
  Object.entries(openApiDocument(at.routes).paths).flatMap(([path, item]) =>
    Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
  );

it("the table has exactly the operations of the description", async () => {
  expect(operationsIn(await fresh()).toSorted()).toEqual(Object.keys(accessTable).toSorted());
});

const rows = Object.entries(accessTable);
const isScoped = ([, { needs }]: [string, Row]) => needs !== "nothing" && needs !== "public";
const doneBy = ({ status, shows }: Row) => ({
  status,
  ...(shows !== undefined && { body: shows }),
});
const scopes = ["read", "import", "full"] as const;

/** Sends requests that must all be refused and leave the data unchanged. */
async function unchanged(requests: (at: Household) => Promise<void>): Promise<void> {
  const at = await fresh();
  const before = await at.content();
  await requests(at);
  expect(await at.content()).toBe(before);
  expect(at.faults).toEqual([]);
}

describe("a client without credentials", () => {
  it.each(rows.filter(isScoped))("is refused %s", async (operation, row) => {
    await unchanged(async (at) => {
      const body = { detail: "Authentication credentials were not provided." };
      expect(await asking(at, operation, row)(undefined)).toEqual({ status: 401, body });
    });
  });

  it.each(rows.filter((row) => !isScoped(row)))("can carry out %s", async (operation, row) => {
    expect(await asking(await fresh(), operation, row)(undefined)).toMatchObject(doneBy(row));
  });
});

describe("a client with invalid credentials", () => {
  it.each(rows.filter(([, { needs }]) => needs !== "public"))(
    "is refused %s",
    async (operation, row) => {
      await unchanged(async (at) => {
        const ask = asking(at, operation, row);
        for (const [who, { token, body }] of Object.entries(kept)) {
          expect(await ask(token(at)), who).toEqual({ status: 401, body });
        }
      });
    },
  );

  it.each(rows.filter(([, { needs }]) => needs === "public"))(
    "is not checked by %s",
    async (operation, row) => {
      for (const { token } of Object.values(kept)) {
        const at = await fresh();
        expect(await asking(at, operation, row)(token(at))).toMatchObject(doneBy(row));
      }
    },
  );
});

describe("a client with a key of another scope", () => {
  it.each(rows.filter(isScoped))(
    "is refused %s, with the required scope",
    async (operation, row) => {
      await unchanged(async (at) => {
        for (const scope of scopes.filter((each) => !letIn[row.needs].includes(each))) {
          const detail = expect.stringContaining(`has the scope ${scope}; this needs a `) as string;
          const body = { detail, code: "out_of_scope", scope, needed: row.needs };
          expect(await asking(at, operation, row)(at.keys[scope])).toEqual({ status: 403, body });
        }
      });
    },
  );
});

describe("an authorized client", () => {
  it.each(rows)("can carry out %s", async (operation, row) => {
    const at = await fresh();
    expect(await asking(at, operation, row)(at.tokens.ada)).toMatchObject(doneBy(row));
    for (const scope of letIn[row.needs]) {
      const next = await fresh();
      expect(await asking(next, operation, row)(next.keys[scope]), scope).toMatchObject(
        doneBy(row),
      );
    }
  });
});

describe("another user", () => {
  it.each(rows.filter(([, { id }]) => id !== undefined))(
    "is answered by %s as if nothing existed",
    async (operation, row) => {
      await unchanged(async (at) => {
        const ask = asking(at, operation, row);
        for (const body of [row.body, row.body && {}]) {
          const nothing = await ask(at.tokens.ada, { id: 999, ...(body && { body }) });
          expect(nothing).toEqual({ status: 404, body: { detail: "Not found." } });
          expect(await ask(at.tokens.eve, body && { body })).toEqual(nothing);
        }
      });
    },
  );

  it.each(rows.filter(([, { id }]) => id === undefined))(
    "sees only her own records in %s",
    async (operation, row) => {
      const at = await fresh();
      const adas = async () => (JSON.parse(await at.content()) as unknown[])[0];
      const before = await adas();
      const answer = await asking(at, operation, row)(at.tokens.eve);
      expect(answer).toMatchObject(row.eve ?? { status: row.status });
      expect(await adas()).toEqual(before);
    },
  );
});
