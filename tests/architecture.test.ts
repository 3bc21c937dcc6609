/** The directions that imports may go, and who may touch the process: ARCHITECTURE.md, held to. */
import { describe, expect, it } from "vitest";
import { sourcesOf } from "./sources.ts";

const importing = (name: string, pattern: RegExp) =>
  sourcesOf(name)
    .filter(({ imports }) => imports.some((from) => pattern.test(from)))
    .map(({ path }) => path);

describe("imports", () => {
  it("are read at all", () => {
    expect(importing("server", /^koa$/)).toContain("create-app.ts");
  });

  it("of shared go to nothing but valibot and itself", () => {
    expect(importing("shared", /^(?!\.|valibot$)/)).toEqual([]);
  });

  it("of files, import and server never go to the client", () => {
    expect(importing("files", /^@outlay\//)).toEqual([]);
    expect(
      importing(
        "import",
        /^(?!\.|node:|@outlay\/(shared|files)$|csv-parse$|csv-parse\/sync$|valibot$)/,
      ),
    ).toEqual([]);
    expect(importing("server", /^@outlay\/cli/)).toEqual([]);
  });

  it("of the client reach the server in one file", () => {
    expect(importing("cli", /^@outlay\/server/)).toEqual(["backend/embedded.ts"]);
  });

  it("of the server reach no other server", () => {
    expect(importing("server", /^(undici|node:(https|http2|tls|dns|dgram))/)).toEqual([]);
    const asking = sourcesOf("server").filter(({ text }) =>
      /\bfetch\(|\bhttp\.|\bconnect\(|import \{[^}]*\b(request|get|connect)\b[^}]*\} from "node:/.test(
        text,
      ),
    );
    expect(asking.map(({ path }) => path)).toEqual([]);
  });

  it("reach the JSON engine of the store in one file", () => {
    expect(importing("server", /\/json\//)).toEqual(["store/open-store.ts"]);
  });
});

describe("the process", () => {
  it.each(["cli", "server"])(
    "is ended, and its streams are written, by main.ts of %s alone",
    (name) => {
      const touching = sourcesOf(name).filter(({ text }) =>
        /\bprocess\.(exit|stdout|stderr|stdin|argv)\b|\bconsole\./.test(text),
      );
      expect(touching.map(({ path }) => path)).toEqual(["main.ts"]);
    },
  );

  it("is never asked for floating money or days through a time zone", () => {
    const all = ["shared", "import", "server", "cli"].flatMap(sourcesOf);
    const rounding = all.filter(({ text }) => /parseFloat|toFixed|Math\.round\(.*100/.test(text));
    expect(rounding.map(({ path }) => path)).toEqual([]);
    const parsing = all.filter(({ text }) =>
      /new Date\([^)]*(spentOn|date|day|starts|ends)\b/i.test(text),
    );
    expect(parsing.map(({ path }) => path)).toEqual([]);
  });
});
