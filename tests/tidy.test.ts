/** Rules for the code (CONTRIBUTING.md) that neither the compiler nor the linter checks. */
import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { commentsOf, isHeadless } from "./comments.ts";
import { commitSubjects, filesEndingIn, root, sourcesOf } from "./sources.ts";

const code = filesEndingIn(".ts", ".mjs", ".js").filter(
  ({ path }) => !path.startsWith("conformance/"),
);
const tests = code.filter(({ path }) => path.endsWith(".test.ts"));
const documents = filesEndingIn(".md");
const products = ["shared", "files", "import", "server", "cli"].flatMap((name) =>
  sourcesOf(name).map(({ path, text }) => ({ path: `packages/${name}/src/${path}`, text })),
);

interface File {
  path: string;
  text: string;
}

/** The matches, as `path:line: match`. */
const found = (files: readonly File[], pattern: RegExp): string[] =>
  files.flatMap(({ path, text }) =>
    text.split("\n").flatMap((line, index) => {
      const [what] = pattern.exec(line) ?? [];
      return what === undefined ? [] : [`${path}:${index + 1}: ${what}`];
    }),
  );

it("covers the whole repository", () => {
  expect(code.length).toBeGreaterThan(500);
  expect(tests.length).toBeGreaterThan(100);
  expect(documents.map(({ path }) => path)).toContain("README.md");
  expect(found(products, /^export function centsToText/)).toHaveLength(1);
});

describe("a file", () => {
  it("is named in lower case for its contents, and never a catch-all", () => {
    const names = code.map(({ path }) => basename(path));
    expect(
      names.filter((name) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.test|\.d)?\.(ts|mjs|js)$/.test(name)),
    ).toEqual(["vitest.config.ts"]);
    const drawers = /(^|[-/])(utils?|helpers?|common|manager|misc|stuff)([-./]|$)/;
    const others = code.filter(({ path }) => !path.includes("/common-passwords."));
    expect(others.filter(({ path }) => drawers.test(path))).toEqual([]);
  });

  it("has no mutable state", () => {
    expect(found(products, /^(export )?(let|var) .*/)).toEqual([]);
  });

  it("leaves nothing undone", () => {
    expect(found(code, /\b(TO[D]O|FIX[M]E|HA[C]K)\b/)).toEqual([]);
    expect(
      found(code, /@ts-(ignore|nocheck|expect-error)|(eslint|oxlint)-disable(?!-next-line)/),
    ).toEqual([]);
  });

  it("gives a reason wherever it disables the linter", () => {
    expect(found(code, /oxlint-disable-next-line (?!.* -- ).*/)).toEqual([]);
  });
});

/** Returns the package or top folder of a file. */
const roomOf = (path: string): string =>
  /^packages\/[^/]+/.exec(path)?.[0] ?? path.split("/", 1).join();

const openings = (text: string) => commentsOf(text).map((comment) => isHeadless(comment));

describe("a comment", () => {
  const comments = code.flatMap(({ path, text }) =>
    commentsOf(text).map((comment) => ({ room: roomOf(path), path, ...comment })),
  );
  const rooms = [...new Set(comments.map(({ room }) => room))];

  it.each(rooms)("has a subject or names a thing in %s", (room) => {
    const all = comments.filter((comment) => comment.room === room);
    const headless = all
      .filter(isHeadless)
      .map(({ path, line, text }) => `${path}:${line}: ${text}`);
    // Opening words are a poor test of a sentence, so 1 % may fail it.
    const allowed = Math.floor(all.length / 100);
    expect(headless.length > allowed ? headless : []).toEqual([]);
  });

  it("is recognised as headless by its opening words", () => {
    const slashes = "//";
    expect(openings(`/** What is left. */\nfoo(); ${slashes} Of these, none.\n`)).toEqual([
      true,
      true,
    ]);
    expect(openings("/**\n * Whoever reads\n * what is there.\n */")).toEqual([true]);
    expect(openings("// Whether it fits.\n// Who may go on.\nconst a = 1;")).toEqual([false]);
    expect(openings('get("http://x // What"); /** Wherefore */')).toEqual([]);
  });
});

describe("the server", () => {
  const server = products.filter(({ path }) => path.startsWith("packages/server/"));

  it("writes refusals in one place, and all other answers in another", () => {
    expect(found(server, /\bctx\.status = .*/)).toEqual([
      expect.stringMatching(/^packages\/server\/src\/middleware\/write-errors\.ts:/),
      expect.stringMatching(/^packages\/server\/src\/routes\/routing\/write-reply\.ts:/),
    ]);
  });

  it("doesn't use requests in use cases, rules and the store", () => {
    const inner = server.filter(({ path }) => /\/(use-cases|domain|store)\//.test(path));
    expect(inner.length).toBeGreaterThan(60);
    expect(found(inner, /\bctx\b|from "koa"/)).toEqual([]);
  });
});

describe("a test", () => {
  it("replaces no module and sleeps nowhere", () => {
    expect(found(tests, /\bvi\.(mock|doMock|hoisted|stubGlobal)\b|\bsleep\(/)).toEqual([]);
    expect(found(tests, /\bsetTimeout\b/)).toEqual([]);
  });

  it("is a sentence", () => {
    expect(found(tests, /\bit\("(should |tests? |works?"|is ok).*/)).toEqual([]);
  });
});

describe("a document", () => {
  const links = documents.flatMap(({ path, text }) =>
    [...text.matchAll(/\]\((?!https?:)([^)\s#]+)(?:#[^)]*)?\)/g)].map(([, to = ""]) => ({
      from: path,
      to,
    })),
  );

  it("links only to existing files", () => {
    expect(links.length).toBeGreaterThan(20);
    expect(links.filter(({ from, to }) => !existsSync(join(root, dirname(from), to)))).toEqual([]);
  });

  it("names no machine and no people except in examples", () => {
    const all = [...documents, ...code, ...filesEndingIn(".json", ".yaml", ".sh", ".py")];
    const own = all.filter(({ path }) => !path.startsWith("tests/"));
    expect(found(own, /\/Users\/|\/root\/|["' ]\/work\b|registry\.npmjs/)).toEqual([]);
  });
});

describe("a commit", () => {
  it("has a subject that fits a line of a list", () => {
    const subjects = commitSubjects().filter((subject) => subject.length > 72);
    expect(subjects).toEqual([]);
  });
});
