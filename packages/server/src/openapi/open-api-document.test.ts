import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { Validator } from "@seriousme/openapi-schema-validator";
import { describe, expect, it, onTestFinished } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import { schemasIn } from "../testing/answers/described-answers.ts";
import { household } from "../testing/household.ts";
import type { OpenApiDocument } from "./document-types.ts";
import { nothing } from "../routes/routing/answers.ts";
import { openApiDocument } from "./open-api-document.ts";
import { operations } from "./operations.ts";

const apiPage = fileURLToPath(new URL("../../../../docs/API.md", import.meta.url));

async function served() {
  const at = await household();
  onTestFinished(() => at.close());
  const { text } = await at.ask({ method: "GET", path: "/openapi.json" });
  return { ...at, document: JSON.parse(text) as OpenApiDocument };
}

describe("the API's description", () => {
  it("is OpenAPI 3.1", async () => {
    const { document } = await served();
    const validator = new Validator();
    expect(await validator.validate({ ...structuredClone(document) })).toEqual({ valid: true });
    expect(validator.version).toBe("3.1");
    expect(document.info.version).toBe(packageJson.version);
  });

  it("has every route, and no other", async () => {
    const at = await served();
    const routes = at.routes.flatMap(({ path, operations: methods }) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    const described = Object.entries(at.document.paths).flatMap(([path, item]) =>
      Object.keys(item).map(
        (method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ":$1")}`,
      ),
    );
    expect(described).toEqual(routes);
    expect(Object.keys(operations).toSorted()).toEqual(routes.toSorted());
  });

  it("can't omit an answer of a route, or have one that no route gives", async () => {
    const { routes } = await served();
    const me = routes.filter(({ path }) => path === "/me/");
    expect(() => openApiDocument(me)).not.toThrow();
    const [route] = me;
    if (route?.access !== "user" || !route.operations.GET) throw new Error("There is no /me/.");
    const answers = { 200: nothing, 202: nothing };
    const changed = { ...route, operations: { GET: { ...route.operations.GET, answers } } };
    expect(() => openApiDocument([changed])).toThrow(
      "getAccount answers 200, 202; openapi/operations/ describes 200.",
    );
  });

  it("has examples that match their schemas", async () => {
    const { document } = await served();
    const schemas = schemasIn(document);
    for (const [name, { examples = [] }] of Object.entries(document.components.schemas)) {
      expect(examples.length, name).toBeGreaterThan(0);
      const validate = schemas(`/components/schemas/${name}`);
      for (const example of examples) {
        expect(validate(example) ? [] : validate.errors, name).toEqual([]);
      }
    }
  });

  it("names no schema that it doesn't use", async () => {
    const { document } = await served();
    // A schema that only an extension refers to is a useless type for programs that read the description.
    const { "x-other-requests": _, ...read } = document;
    const text = JSON.stringify(read);
    const unused = Object.keys(document.components.schemas).filter(
      (name) => !text.includes(`"#/components/schemas/${name}"`),
    );
    expect(unused).toEqual([]);
  });

  it("has no object with both named and arbitrary fields, which many languages can't type", async () => {
    const { document } = await served();
    const mixed = Object.entries(document.components.schemas).filter(
      ([, { properties, additionalProperties }]) => properties && additionalProperties,
    );
    expect(mixed.map(([name]) => name)).toEqual([]);
  });

  it("has no keywords for texts beside a choice of types", async () => {
    const { document } = await served();
    const found: string[] = [];
    JSON.stringify(document, (key, value: unknown) => {
      const names = typeof value === "object" && value !== null ? Object.keys(value) : [];
      const isMixed = names.includes("anyOf") && /pattern|length/i.test(names.join());
      if (isMixed) found.push(key);
      return value;
    });
    expect(found).toEqual([]);
  });

  it("states for each list in a query that its items are sent one by one", async () => {
    const { document } = await served();
    const lists = Object.values(document.paths)
      .flatMap((item) => Object.values(item).flatMap(({ parameters = [] }) => parameters))
      .filter(({ schema }) => schema.type === "array");
    expect(lists.map(({ name }) => name)).toContain("tag");
    expect(lists.filter(({ style, explode }) => style !== "form" || explode !== true)).toEqual([]);
  });

  it("describes every operation", async () => {
    const { document } = await served();
    const silent = Object.values(document.paths)
      .flatMap((item) => Object.values(item))
      .filter(({ description }) => description === "");
    expect(silent.map(({ operationId }) => operationId)).toEqual([]);
  });

  it("describes every field", async () => {
    const { document } = await served();
    for (const [name, { properties = {} }] of Object.entries(document.components.schemas)) {
      for (const [field, { description = "" }] of Object.entries(properties)) {
        expect(description, `${name}.${field}`).toMatch(/\S{3}/);
      }
    }
  });
});

it("docs/API.md names every path, parameter and field", async () => {
  const { document } = await served();
  const page = await readFile(apiPage, "utf8");
  const paths = Object.entries(document.paths).flatMap(([path, item]) => [
    path.replaceAll(/\{(\w+)\}/g, "<$1>").replace(/\/$/, ""),
    ...Object.values(item).flatMap(({ parameters = [] }) => parameters.map(({ name }) => name)),
  ]);
  const schemas = Object.values(document.components.schemas);
  const fields = schemas.flatMap(({ properties = {} }) => Object.keys(properties));
  const isNamed = (name: string) => new RegExp(`["\`/ ]${name}["\`/?]`).test(page);
  const names = [...paths, ...fields].filter((name) => !name.endsWith(".css"));
  expect(names).toContain("external_id");
  expect(names.filter((name) => !isNamed(name))).toEqual([]);
});
