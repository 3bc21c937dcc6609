import { describe, expect, it } from "vitest";
import { testApi } from "../../testing/test-api.ts";
import type { OpenApiDocument } from "../document-types.ts";
import { html } from "./html.ts";

async function pageAt(path: string) {
  const api = await testApi();
  const answer = await fetch(api.url + path, { headers: { accept: "text/html" } });
  const text = await answer.text();
  const { body } = await api.send("GET", "/openapi.json");
  return { ...api, answer, text, document: body as OpenApiDocument };
}

const all = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map(([, found = ""]) => found);

describe("the page with the API's description", () => {
  it("has every operation, its parameters and its responses", async () => {
    const { text, document, answer } = await pageAt("/docs/");
    expect(answer.headers.get("content-type")).toBe("text/html; charset=utf-8");
    for (const [path, item] of Object.entries(document.paths)) {
      for (const [method, operation] of Object.entries(item)) {
        const { operationId, parameters = [], responses } = operation;
        const article = text.split(`<article id="${operationId}"`)[1]?.split("</article>")[0] ?? "";
        expect(article).toContain(`${method.toUpperCase()}</span> <code>${path}</code>`);
        for (const { name } of parameters) expect(article).toContain(`<code>${name}</code>`);
        for (const status of Object.keys(responses)) expect(article).toContain(`>${status}</`);
        expect(article).toContain("curl ");
      }
    }
  });

  it("closes every tag, has a target for every link, and uses each id once", async () => {
    const { text } = await pageAt("/docs/");
    const open: string[] = [];
    for (const [, slash, name = ""] of text.matchAll(/<(\/?)([a-z][a-z0-9]*)\b[^>]*>/g)) {
      if (["meta", "link"].includes(name)) continue;
      // A wrong closing tag is kept in the list with the tag that it should have closed.
      if (slash === "/" && open.at(-1) === name) open.pop();
      else open.push(slash + name);
    }
    expect(open).toEqual([]);
    const ids = all(text, / id="([^"]+)"/g);
    expect(ids.length).toBeGreaterThan(60);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = [...all(text, /href="#([^"]+)"/g), ...all(text, /labelledby="([^"]+)"/g)];
    expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
  });

  it.each(["/docs/", "/docs"])("needs only its own style sheet: %s", async (path) => {
    const { text, url } = await pageAt(path);
    expect(text).not.toMatch(/<script|<style| style=| on[a-z]+=/);
    const links = all(text, /(?:href|src)="([^"#]+)"/g).filter((link) => link !== "data:,");
    expect(links).toHaveLength(2);
    for (const link of links) {
      const { status, headers } = await fetch(new URL(link, url + path));
      expect(`${status} ${headers.get("content-type")}`).toMatch(
        /^200 (text\/css|application\/json);/,
      );
    }
  });

  it("needs no token, and ignores an invalid one", async () => {
    const { send } = await pageAt("/docs/");
    expect(await send("GET", "/openapi.json", undefined, "olk_nobody")).toMatchObject({
      status: 200,
    });
    expect(await send("POST", "/openapi.json")).toMatchObject({ status: 405 });
  });
});

describe("html", () => {
  it("escapes inserted text once", () => {
    const link = html`<a href="${`"'&`}">${"<b>"}</a>`;
    expect(html`${[link, 1]}`.text).toBe('<a href="&quot;&#39;&amp;">&lt;b&gt;</a>1');
  });
});
