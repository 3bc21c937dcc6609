/**
 * Holds docs/ERRORS.md to the program's real output. To rewrite it: npx vitest run packages/cli/src/errors -u
 */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ErrorCode } from "@outlay/shared";
import { expect, it } from "vitest";
import { type Exhibit, provoke } from "../testing/gallery/exhibit.ts";
import { exhibits } from "../testing/gallery/exhibits.ts";
import { galleryText } from "../testing/gallery/gallery-text.ts";
import { exitCodes } from "./exit-codes.ts";

const root = fileURLToPath(new URL("../../../..", import.meta.url));
const codes = Object.keys(exitCodes) as ErrorCode[];
const exhibitOf = (code: ErrorCode): Exhibit => exhibits[code];

/** The code in the last line of stderr; undefined if stderr is empty. */
function codeIn(stderr: string): string | undefined {
  const last = stderr.trimEnd().split("\n").at(-1);
  if (!last) return undefined;
  return (JSON.parse(last) as { error: { code: string } }).error.code;
}

/** The error of an interrupted question, which programs never see. */
const askedFor: ErrorCode = "interrupted";

it("a program is asked no question", async () => {
  const typed = await provoke(exhibitOf(askedFor), ["--json"]);
  expect([typed.code, codeIn(typed.stderr), typed.asked]).toEqual([2, "usage", []]);
});

it.each(codes.filter((code) => code !== askedFor))(
  "%s is reported to programs, with its own exit code",
  async (code) => {
    const typed = await provoke(exhibitOf(code), ["--json"]);
    expect(typed.code).toBe(exitCodes[code]);
    // This is the only exhibit that is not an error, and writes nothing to stderr.
    expect(codeIn(typed.stderr)).toBe(code === "budget_used" ? undefined : code);
  },
);

it("docs/ERRORS.md shows exactly the output of each", async () => {
  const shown = [];
  for (const code of codes) {
    const exhibit = exhibitOf(code);
    shown.push({ code, exhibit, typed: await provoke(exhibit) });
  }
  const asJson = await provoke(exhibits.not_found, ["--json"]);
  const text = galleryText({ exhibit: exhibits.not_found, typed: asJson }, shown);
  await expect(text).toMatchFileSnapshot(join(root, "docs/ERRORS.md"));
});
