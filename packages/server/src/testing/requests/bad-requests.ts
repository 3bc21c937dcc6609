/** Requests to the operations of the API's description, most of which are wrong in some way. */
import fc from "fast-check";
import type { OpenApiDocument, OperationObject } from "../../openapi/document-types.ts";
import type { Asked } from "../household.ts";
import { oddIds, oddJson, oddMediaTypes, oddNames, oddText } from "./odd-values.ts";
import { schemaArbitrary } from "./schema-arbitrary.ts";

type Sent = Pick<Asked, "body"> & { headers: Record<string, string> };

interface Described {
  method: string;
  path: string;
  operation: OperationObject;
  schemas: OpenApiDocument["components"]["schemas"];
}

type Field = readonly [name: string, json: string];

type Fields = fc.Arbitrary<readonly Field[]>;

/** The fields of a body as JSON, valid and invalid ones, some of them repeated or unknown. */
function fieldsOf({ operation, schemas }: Described): Fields {
  const schema = operation.requestBody?.content["application/json"]?.schema ?? { type: "object" };
  const right = schemaArbitrary(schema, schemas).map((body) =>
    Object.entries(body as object).map(([name, value]): Field => [name, JSON.stringify(value)]),
  );
  const extra = fc.array(fc.tuple(oddNames, oddJson), { maxLength: 1 });
  return fc
    .tuple(right, extra, fc.nat(), fc.option(oddJson, { freq: 2 }))
    .map(([fields, more, at, json]) => {
      const spoilt = fields[at % Math.max(1, fields.length)];
      return [...fields, ...(spoilt && json !== null ? [[spoilt[0], json] as const] : []), ...more];
    });
}

const objectText = (fields: readonly Field[]) =>
  `{${fields.map(([name, json]) => `${JSON.stringify(name)}:${json}`).join(",")}}`;

type Text = string | Buffer;

/** Ways to break a body, so that it isn't what it claims to be. */
const breakages: fc.Arbitrary<(text: string) => Text> = fc.oneof(
  { weight: 8, arbitrary: fc.constant((text: string) => text) },
  fc.nat().map((length) => (text: string) => text.slice(0, length % (text.length + 1))),
  fc.constantFrom<((text: string) => Text)[]>(
    (text) => `\u{feff}${text}`,
    (text) => text + text,
    (text) => `${text},`,
    (text) => text.replaceAll('"', "'"),
    (text) => `/**/${text}`,
    (text) => Buffer.from(text, "utf16le"),
    (text) => Buffer.concat([Buffer.from(text.slice(0, -1)), Buffer.from([0xff, 0xc0, 0x80])]),
  ),
  oddJson.map((text) => () => text),
);

const json = (fields: Fields): fc.Arbitrary<Sent> =>
  fc.tuple(fields, breakages).map(([given, breakage]) => ({
    headers: { "content-type": "application/json" },
    body: breakage(objectText(given)),
  }));

/** A field's JSON as a form has it. */
const plain = (value: string) => value.replace(/^"(.*)"$/s, "$1");

/** Half a surrogate pair can't be escaped. */
const wellFormed = (text: string) => Buffer.from(text).toString();
const escaped = (text: string) => encodeURIComponent(wellFormed(text));

const formEnds = [
  "",
  "&",
  "&%zz=1",
  "&a=%ff",
  "&=",
  "&a[b][c]=1",
  "&__proto__[x]=1",
  "=".repeat(50),
];

const form = (fields: Fields): fc.Arbitrary<Sent> =>
  fc.tuple(fields, fc.constantFrom(...formEnds)).map(([given, end]) => ({
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: given.map(([name, value]) => `${escaped(name)}=${escaped(plain(value))}`).join("&") + end,
  }));

const disposition = "Content-Disposition: form-data; name=";
const multipartEnds = [
  "--X--\r\n",
  "",
  "--X",
  "--X\r\n\r\n--X--",
  `--X\r\n${disposition}"f"; filename="../f"\r\n\r\nx\r\n--X--`,
];

const multipart = (fields: Fields): fc.Arbitrary<Sent> =>
  fc.tuple(fields, fc.constantFrom(...multipartEnds)).map(([given, end]) => {
    const parts = given.map(
      ([name, value]) =>
        `--X\r\n${disposition}"${name.replaceAll(/[\r\n"]/g, "")}"\r\n\r\n${plain(value)}\r\n`,
    );
    return {
      headers: { "content-type": "multipart/form-data; boundary=X" },
      body: Buffer.from(parts.join("") + end),
    };
  });

/** Larger than any body may be, except an import's. */
const large = fc.constantFrom('"', "[", " ").map((character): Sent => ({
  headers: { "content-type": "application/json" },
  body: character.repeat(1024 * 1024 + 1),
}));

const ofOddType = fc.tuple(oddMediaTypes, oddText).map(([type, text]) => ({
  headers: { "content-type": type },
  body: wellFormed(text),
}));

const encoded = (fields: Fields): fc.Arbitrary<Sent> =>
  fc
    .tuple(fields, fc.constantFrom("gzip", "br", "identity, gzip", "x"))
    .map(([given, encoding]) => ({
      headers: { "content-type": "application/json", "content-encoding": encoding },
      body: objectText(given),
    }));

const noBody = fc.constant<Sent>({ headers: {} });

function bodyOf(described: Described): fc.Arbitrary<Sent> {
  if (!described.operation.requestBody) return noBody;
  const fields = fieldsOf(described);
  return fc.oneof(
    { weight: 60, arbitrary: json(fields) },
    { weight: 12, arbitrary: form(fields) },
    { weight: 8, arbitrary: multipart(fields) },
    { weight: 6, arbitrary: ofOddType },
    { weight: 6, arbitrary: encoded(fields) },
    { weight: 6, arbitrary: noBody },
    { weight: 1, arbitrary: large },
  );
}

/** A query with its question mark. */
function queryOf({ operation, schemas }: Described): fc.Arbitrary<string> {
  const parameters = (operation.parameters ?? []).filter((each) => each.in === "query");
  const known = parameters.map(({ name, schema }) =>
    fc
      .oneof(
        { weight: 3, arbitrary: schemaArbitrary(schema.items ?? schema, schemas).map(String) },
        { weight: 1, arbitrary: oddText },
      )
      .map((value) => `${name}=${escaped(value)}`),
  );
  const unknown = fc
    .tuple(oddNames, oddText)
    .map(([name, value]) => `${escaped(name)}=${escaped(value)}`);
  const raw = fc.constantFrom(
    "%",
    "%ff=%ff",
    "&&&",
    "==",
    "?",
    "a=1;b=2",
    "limit",
    "__proto__[a]=1",
    "x".repeat(5000),
  );
  return fc
    .array(
      fc.oneof(
        { weight: 6 * known.length, arbitrary: fc.oneof(...known, raw) },
        { weight: 1, arbitrary: unknown },
        { weight: 1, arbitrary: raw },
      ),
      { maxLength: 4 },
    )
    .map((pairs) => (pairs.length === 0 ? "" : `?${pairs.join("&")}`));
}

const ids = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom("1", "2", "3", "7") },
  { weight: 1, arbitrary: oddIds },
);

const otherHeaders: fc.Arbitrary<Record<string, string>> = fc.oneof(
  { weight: 12, arbitrary: fc.constant({}) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Record<string, string>[]>(
      { accept: "text/plain" },
      { accept: "application/json;indent=4" },
      { accept: ",;=" },
      { authorization: "Bearer" },
      { authorization: "Bearer a b" },
      { authorization: "Bearer olk_" },
      { authorization: `Bearer ${"a".repeat(6000)}` },
      { authorization: "Bearer e30.e30.e30" },
      { authorization: "Basic YTpi" },
    ),
  },
);

const requestOf = (described: Described): fc.Arbitrary<Asked> =>
  fc
    .tuple(ids, queryOf(described), bodyOf(described), otherHeaders)
    .map(([id, query, { headers, body }, more]) => ({
      method: described.method.toUpperCase(),
      path: described.path.replace("{id}", id) + query,
      headers: { ...headers, ...more },
      body,
    }));

/**
 * An operation that takes a body can be wrong in most ways; one that removes a record offers fewer.
 */
function weightOf({ method, operation }: Described): number {
  if (operation.requestBody) return 4;
  return method === "delete" ? 1 : 2;
}

/** Sent without a token, or with a wrong one. */
export function badRequests({
  paths,
  components: { schemas },
}: OpenApiDocument): fc.Arbitrary<Asked> {
  const described = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ method, path, operation, schemas })),
  );
  return fc.oneof(
    ...described.map((each) => ({ weight: weightOf(each), arbitrary: requestOf(each) })),
  );
}
