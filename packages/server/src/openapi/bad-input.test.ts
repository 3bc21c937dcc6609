/** Every request gets a response as described, which reveals no internals, and a refused request changes nothing. */
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import { badRequests } from "../testing/bad-requests.ts";
import { checkAnswer } from "../testing/answers/described-by-server.ts";
import { type Asked, household, type Household } from "../testing/household.ts";
import { schemaArbitrary } from "../testing/schema-arbitrary.ts";
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

/** Checks the rules between fields, which schemas can't express. */
const isConsistent = ({ starts, ends }: { starts?: string | null; ends?: string | null }) =>
  !starts || !ends || starts <= ends;

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
  const { paths, components } = openApiDocument(at.routes);
  const [method = "", path = ""] = called.split(" ");
  const content = paths[path]?.[method.toLowerCase()]?.requestBody?.content;
  const schema = content?.["application/json"]?.schema ?? {};
  const bodies = schemaArbitrary(schema, components.schemas).filter((body) =>
    isConsistent(body as object),
  );
  await fc.assert(
    fc.asyncProperty(bodies, async (body) => {
      const answer = await at.ask({
        method,
        path: path.replace("{id}", "1"),
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
      ({ name }) => name !== "after",
    );
    const query = fc.oneof(
      ...parameters.map(({ name, schema }) =>
        fc.tuple(fc.constant(name), schemaArbitrary(schema, components.schemas)),
      ),
    );
    await fc.assert(
      fc.asyncProperty(query, async ([name, value]) => {
        const given = [value].flat().map((each): [string, string] => [name, String(each)]);
        const asked = `${path}?${new URLSearchParams(given).toString()}`;
        const { status, text } = await at.ask({ method: "GET", path: asked, token: at.tokens.ada });
        expect(status, `${asked} ${text}`).toBe(200);
      }),
    );
    await at.close();
  },
);
