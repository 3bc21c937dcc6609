/** Holds the documents for contributors to the code that they describe. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { filesEndingIn, isThere, root } from "./sources.ts";

const textOf = (name: string) => readFileSync(join(root, name), "utf8");

/** The texts in backticks. */
const codesIn = (text: string): string[] =>
  [...text.matchAll(/`([^`\n]+)`/g)].map(([, code = ""]) => code);

describe("the picture in ARCHITECTURE.md", () => {
  it("has the packages that exist", () => {
    const [, picture = ""] = /```\n([^]*?)```/.exec(textOf("ARCHITECTURE.md")) ?? [];
    const drawn = [...picture.matchAll(/^ {3}([a-z]+) ──/gm)].map(([, name = ""]) => name);
    expect(drawn.toSorted()).toEqual(readdirSync(join(root, "packages")).toSorted());
  });
});

describe("a document for contributors", () => {
  /** Files and folders: each in the place where readers would look for it. */
  it.each([
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "docs/ADDING.md",
    "docs/DECISIONS.md",
    "docs/WORDS.md",
    "packages/import/README.md",
  ])("names only existing files: %s", (name) => {
    const named = codesIn(textOf(name)).filter((code) =>
      /^\w[\w./-]*(\/|\.(ts|mjs|js|cjs|md))$/.test(code),
    );
    expect(named.length).toBeGreaterThan(0);
    const inCommands = textOf(name).match(/\b(?:packages|tests|e2e)\/[\w./-]*\w/g) ?? [];
    expect([...named, ...inCommands].filter((path) => !isThere(path))).toEqual([]);
  });
});

describe("a comment in the code", () => {
  it("names only existing files", () => {
    const named = filesEndingIn(".ts", ".mjs").flatMap(({ path, text }) =>
      (text.match(/^\s*(?:\/\*\*?|\*|\/\/) .*/gm) ?? [])
        .flatMap(codesIn)
        .filter((code) => /^\w[\w./-]*\/[\w.-]+\.(?:ts|mjs|cjs|md)$/.test(code))
        .map((code) => ({ path, code })),
    );
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter(({ code }) => !isThere(code))).toEqual([]);
  });
});

/** The anchors of a page's headings, as GitHub makes them. */
const anchorsIn = (text: string): string[] =>
  [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );

describe("a link", () => {
  it("leads to a heading that its page has", () => {
    const links = filesEndingIn(".md").flatMap(({ path, text }) =>
      [...text.matchAll(/\]\((?!https?:)([^)\s#]*)#([^)\s]+)\)/g)].map(
        ([, to = "", anchor = ""]) => ({
          from: path,
          to: to === "" ? path : join(dirname(path), to),
          anchor,
        }),
      ),
    );
    expect(links.length).toBeGreaterThan(10);
    expect(links.filter(({ to, anchor }) => !anchorsIn(textOf(to)).includes(anchor))).toEqual([]);
  });
});

/** Whether a name in the code doesn't contain a term: `fenceOff` contains `fence off`. */
const isOther = (term: string, name: string): boolean =>
  !name.toLowerCase().includes(term.toLowerCase().replaceAll(" ", ""));

describe("a word in docs/WORDS.md", () => {
  const sources = filesEndingIn(".ts").filter(
    ({ path }) => path.startsWith("packages/") && !path.endsWith(".test.ts"),
  );
  const declaration =
    /\b(?:const|function|class|interface|type) (\w+)|^ +(?:readonly )?(\w+)\??(?=[:(])/gm;
  const declared = new Set(
    sources.flatMap(({ text }) =>
      [...text.matchAll(declaration)].map(([, name = "", member = ""]) => name || member),
    ),
  );
  const text = textOf("docs/WORDS.md");
  /** The terms, each with its names in the code. */
  const terms = [...text.matchAll(/^\| (\S[^|]*?) +\|[^|]*\|([^|]*)\|$/gm)]
    .map(([, term = "", names = ""]) => ({ term, names: codesIn(names) }))
    .filter(({ names }) => names.length > 0);
  const meanings = [...text.matchAll(/^- \*\*(\w+)\*\*:([^]*?)(?=^- |\n\n|$(?![^]))/gm)].map(
    ([, term = "", names = ""]) => ({ term, names: codesIn(names) }),
  );

  it("is in the code under the names that the table gives", () => {
    expect(terms.length).toBeGreaterThan(50);
    expect(meanings.length).toBeGreaterThan(6);
    const names = [...terms, ...meanings].flatMap((term) => term.names);
    const unknown = names.filter((name) => !declared.has(name));
    expect(unknown, "names that the code doesn't declare").toEqual([]);
  });

  it("is a part of these names", () => {
    const others = terms.filter(({ term, names }) => names.every((name) => isOther(term, name)));
    expect(others, "terms that none of their names contains, as fenceOff does fence off").toEqual(
      [],
    );
    const misplaced = meanings.flatMap(({ term, names }) =>
      names.filter((name) => isOther(term, name)),
    );
    expect(misplaced, "names that don't contain the word that they are listed for").toEqual([]);
  });
});
