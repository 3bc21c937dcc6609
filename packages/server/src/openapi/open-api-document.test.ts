import { Validator } from "@seriousme/openapi-schema-validator";
import { describe, expect, it } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import { routesOf } from "../create-app.ts";
import { schemasIn } from "../testing/described-answers.ts";
import { testApi } from "../testing/test-api.ts";
import type { OpenApiDocument } from "./document-types.ts";
import { operations } from "./operations.ts";

async function served() {
  const api = await testApi();
  const { body } = await api.send("GET", "/openapi.json");
  return { ...api, document: body as OpenApiDocument };
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
    const { document, context } = await served();
    const routes = routesOf(context).flatMap(({ path, operations: methods }) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    const described = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${path.replace("{id}", ":id")}`),
    );
    expect(described).toEqual(routes);
    expect(Object.keys(operations).toSorted()).toEqual(routes.toSorted());
  });

  it("gives examples that are as it says", async () => {
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

  it("says something of every field", async () => {
    const { document } = await served();
    for (const [name, { properties = {} }] of Object.entries(document.components.schemas)) {
      for (const [field, { description = "" }] of Object.entries(properties)) {
        expect(description, `${name}.${field}`).toMatch(/\S{3}/);
      }
    }
  });
});
