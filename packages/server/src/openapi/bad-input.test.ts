/** Every request gets a response as described, which reveals no internals, and a refused request changes nothing. */
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import { badRequests } from "../testing/requests/bad-requests.ts";
import { checkAnswer } from "../testing/answers/described-by-server.ts";
import { type Asked, household, type Household } from "../testing/household.ts";
import { schemaArbitrary } from "../testing/requests/schema-arbitrary.ts";
import { openApiDocument } from "./open-api-document.ts";

const { OUTLAY_BAD_REQUESTS, OUTLAY_LONG_TESTS } = process.env;
const requests = Number(OUTLAY_BAD_REQUESTS ?? (OUTLAY_LONG_TESTS ? 10_000 : 2_000));

/** The maximum number of successful changes to the same data, so that comparing all data stays fast. */
const maxChanges = 100;

/** Text that reveals internals: a stack trace, or the path of a file on the server */
const insides = /\n\s+at |node:|\.ts\b|\.js\b|\/src\/|\/tmp\/|node_modules/;

/** Returns the records of both users and the lengths of the files, which grow with every change. */
async function stateOf(at: Household): Promise<string> {
  const names = readdirSync(at.folder).toSorted();
  const sizes = names.map((name) => statSync(join(at.folder, name)).size);
  return `${names.join()} ${sizes.join()} ${await at.content()}`;
}

it(`${requests} requests of any kind get responses as described, and refused ones change nothing`, async () => {
  let at = await household();
  let before = await stateOf(at);
  let changes = 0;
  const seen = new Map<number, number>();

  const ask = async (request: Asked) => {
    const answer = await at.ask({ token: at.tokens.ada, ...request });
    const { status, text } = answer;
    seen.set(status, (seen.get(status) ?? 0) + 1);
    const after = await stateOf(at);
    expect(status).toBeLessThan(500);
    expect(at.faults).toEqual([]);
    // Checked for each request by itself, so that a failing one can be simplified.
    const { method, path: url } = request;
    expect(checkAnswer({ method, url, ...answer })).toBeUndefined();
    if (request.method !== "GET" && status < 400) {
      changes += 1;
      before = after;
    }
    expect(after).toBe(before);
    // Successful answers are not checked, because the API's description itself has such texts.
    expect(status < 400 ? "" : text).not.toMatch(insides);
    if (changes < maxChanges) return;
    await at.close();
    at = await household();
    before = await stateOf(at);
    changes = 0;
  };

  await fc.assert(fc.asyncProperty(badRequests(openApiDocument(at.routes)), ask), {
    numRuns: requests,
  });
  await at.close();
  // Checks that the requests were of different kinds.
  const usual = [200, 201, 204, 400, 401, 404, 406, 415];
  expect([...seen.keys()]).toEqual(expect.arrayContaining(usual));
});

interface Body {
  starts?: string | null;
  ends?: string | null;
  category?: string | null;
  kind?: string;
  direction?: string | null;
  currency?: string | null;
  expenses?: readonly Body[];
}

/** Checks the rules between fields, which schemas can't express. */
const isConsistent = ({ starts, ends }: Body) => !starts || !ends || starts <= ends;

/**
 * Returns the body of an expense with a category that exists, and with those of the fields that its kind has, because a
 * schema can't express that. Each body names its kind, since the record that it changes may be of any.
 */
function fittingExpense({ kind = "EXPENSE", direction, ...fields }: Body): Body {
  const isSpending = kind === "EXPENSE" || kind === "REFUND";
  return {
    ...fields,
    kind,
    category: isSpending ? "FOOD" : null,
    ...(kind === "TRANSFER" && direction && { direction }),
    ...(fields.currency && { currency: "USD" }),
  };
}

/** The codes of currencies that a file names; a schema can't list all codes. */
const fileCurrencies = { currency: "USD", currencies: ["USD"], shown_in: "EUR" };

function fittingBody(path: string, body: Body): Body {
  if (body.expenses) {
    const named = Object.entries(fileCurrencies).filter(([name]) => name in body);
    const expenses = body.expenses.map(fittingExpense);
    return { ...body, ...Object.fromEntries(named), expenses };
  }
  if (path.startsWith("/expenses/")) return fittingExpense(body);
  return path.startsWith("/budget/") ? { ...body, category: "FOOD" } : body;
}

it.each([
  "POST /expenses/",
  "PUT /expenses/{id}/",
  "PATCH /expenses/{id}/",
  "POST /budget/",
  "POST /imports/",
  "POST /imports/{id}/expenses/",
  "POST /api/keys/",
])("bodies that the description allows are accepted: %s", async (called) => {
  const at = await household();
  // Without a home currency, nothing tells in which currency some amounts are.
  await at.ask({
    method: "PATCH",
    path: "/me/",
    token: at.tokens.ada,
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ home_currency: "EUR" }),
  });
  const { paths, components } = openApiDocument(at.routes);
  const [method = "", path = ""] = called.split(" ");
  const content = paths[path]?.[method.toLowerCase()]?.requestBody?.content;
  const schema = content?.["application/json"]?.schema ?? {};
  const bodies = schemaArbitrary(schema, components.schemas)
    .map((body) => fittingBody(path, body as Body))
    .filter(isConsistent);
  await fc.assert(
    fc.asyncProperty(bodies, async (body) => {
      const answer = await at.ask({
        method,
        path: path.replace("{id}", "1").replace("{key}", "RENT"),
        token: at.tokens.ada,
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      });
      // A schema can't exclude repeated external ids.
      expect(
        answer.status === 400 && !answer.text.includes("external_id already") ? answer.text : "",
      ).toBe("");
    }),
  );
  await at.close();
});

it.each(["/expenses/", "/budget/", "/budget/status/", "/reports/spending/"])(
  "parameters that the description allows are accepted: GET %s",
  async (path) => {
    const at = await household();
    const { paths, components } = openApiDocument(at.routes);
    const parameters = (paths[path]?.["get"]?.parameters ?? []).filter(
      ({ name }) => name !== "after" && name !== "currency",
    );
    const query = fc.oneof(
      ...parameters.map(({ name, schema }) =>
        fc.tuple(fc.constant(name), schemaArbitrary(schema, components.schemas)),
      ),
    );
    await fc.assert(
      fc.asyncProperty(query, async ([name, value]) => {
        // A report adds up at most one of the kinds that aren't spent.
        const values =
          path.startsWith("/reports/") && name === "kind"
            ? [value].flat().slice(0, 1)
            : [value].flat();
        const given = values.map((each): [string, string] => [name, String(each)]);
        const asked = `${path}?${new URLSearchParams(given).toString()}`;
        const { status, text } = await at.ask({ method: "GET", path: asked, token: at.tokens.ada });
        expect(status, `${asked} ${text}`).toBe(200);
      }),
    );
    await at.close();
  },
);
