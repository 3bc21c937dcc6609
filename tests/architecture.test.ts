/** The directions that imports may go, and who may touch the process: ARCHITECTURE.md, held to. */
import { dirname, join, posix } from "node:path";
import { describe, expect, it } from "vitest";
import { circlesIn } from "./circles.ts";
import { filesEndingIn, sourcesOf } from "./sources.ts";

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

  it("of files and server never go to the client", () => {
    expect(importing("files", /^@outlay\//)).toEqual([]);
    expect(importing("server", /^@outlay\/cli/)).toEqual([]);
  });

  it("of shared test support go to no package, and those of programs never to test support", () => {
    expect(importing("testing", /^vitest$/)).toContain("new-folder.ts");
    expect(importing("testing", /^(?!\.|node:|vitest$)/)).toEqual([]);
    for (const name of ["shared", "files", "import", "server", "cli"]) {
      expect(importing(name, /(^|\/)testing(\/|$)/)).toEqual([]);
    }
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

  it("of the server's domain go to nothing above it", () => {
    const domain = sourcesOf("server").filter(({ path }) => path.startsWith("domain/"));
    expect(domain.length).toBeGreaterThan(10);
    const outside = domain.flatMap(({ path, imports }) =>
      imports
        .filter((from) => from !== "@outlay/shared")
        .filter((from) => !posix.join(posix.dirname(path), from).startsWith("domain/"))
        .map((from) => [path, from]),
    );
    expect(outside).toEqual([]);
  });

  it("reach the JSON engine of the store in one file, and in one for the benchmarks", () => {
    expect(importing("server", /\/json\//)).toEqual(["bench.ts", "store/open-store.ts"]);
    expect(importing("cli", /^@outlay\/server\//)).toEqual([]);
  });
});

describe("the importer", () => {
  const others = filesEndingIn(".ts").filter(({ path }) => !path.startsWith("packages/import/"));
  const own = filesEndingIn(".ts").filter(({ path }) => path.startsWith("packages/import/"));

  it("needs nothing but files, shared and what reads CSV", () => {
    const outside = /^(?!\.|node:|@outlay\/(shared|files)$|csv-parse(\/sync)?$|valibot$)/;
    expect(importing("import", outside)).toEqual([]);
    const reaching = own.filter(({ text }) =>
      /from "(@outlay\/(cli|server)|outlay\b|\.[^"]*\/(cli|server)\/src)/.test(text),
    );
    expect(reaching.map(({ path }) => path)).toEqual([]);
  });

  it("is reached by its door alone, and from tests by that of its test support", () => {
    expect(importing("cli", /^@outlay\/import$/)).toContain("import/apply-plan.ts");
    expect(importing("cli", /^@outlay\/import\//)).toEqual([]);
    const around = others.filter(({ text }) =>
      /"@outlay\/import\/(?!testing")|"\.[^"]*\/import\/src\/(?!index\.ts")/.test(text),
    );
    expect(around.map(({ path }) => path)).toEqual([]);
  });

  it("has a door of a dozen things", async () => {
    expect(Object.keys(await import("../packages/import/src/index.ts")).toSorted()).toEqual([
      "AlikeRows",
      "History",
      "ImportRefusal",
      "RowCurrencies",
      "compileRules",
      "countRow",
      "coversPattern",
      "emptyOutcome",
      "givenChoices",
      "isOfRow",
      "keptSource",
      "makePlan",
      "newPlanFile",
      "parseGiven",
      "parsePattern",
      "patternKey",
      "rule",
      "savedFormat",
    ]);
  });
});

const code = filesEndingIn(".ts", ".mjs", ".cjs").filter(
  ({ path }) => !path.startsWith("conformance/"),
);

/** Each file with those that it can't do without: values and types, but for what is loaded when it is needed. */
const imports = new Map(
  code.map(({ path, text }) => {
    const found = text.matchAll(/\bfrom\s*"(\.[^"]+)"|^import "(\.[^"]+)"/gm);
    return [path, [...found].map(([, from, alone]) => join(dirname(path), from ?? alone ?? ""))];
  }),
);

describe("files", () => {
  it("never import each other in a circle, not even types", () => {
    expect(imports.get("packages/server/src/create-app.ts")).toContain(
      "packages/server/src/server-context.ts",
    );
    expect(
      circlesIn(
        new Map([
          ["a", ["b", "c"]],
          ["b", ["c"]],
          ["c", ["d", "b"]],
        ]),
      ),
    ).toEqual([["b", "c"]]);
    expect(circlesIn(imports)).toEqual([]);
  });

  it("of the store's engine lie in rooms that build on each other", () => {
    const engine = "packages/server/src/store/json";
    const rooms = new Map<string, string[]>();
    for (const [path, to] of imports) {
      if (!path.startsWith(`${engine}/`) || path.endsWith(".test.ts")) continue;
      const room = dirname(path);
      const others = to.map((other) => dirname(other)).filter((other) => other !== room);
      const within = others.filter((other) => other.startsWith(engine));
      rooms.set(room, [...(rooms.get(room) ?? []), ...within]);
    }
    expect(rooms.get(`${engine}/engine`)).toContain(`${engine}/disk`);
    expect(circlesIn(rooms)).toEqual([]);
  });

  it("are no more than twenty in a folder, its tests aside", () => {
    const counts = new Map<string, number>();
    for (const { path } of code) {
      if (/\.(test|d)\.ts$/.test(path)) continue;
      counts.set(dirname(path), (counts.get(dirname(path)) ?? 0) + 1);
    }
    expect(counts.get("packages/server/src/store/json/journal")).toBeGreaterThan(5);
    expect([...counts].filter(([, count]) => count > 20)).toEqual([]);
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
