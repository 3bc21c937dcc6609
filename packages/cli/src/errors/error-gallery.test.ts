/** docs/ERRORS.md, held to what is printed. To write it anew: npx vitest run packages/cli/src/errors -u */
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

/** The code in the last line of stderr; undefined where nothing is said. */
function codeIn(stderr: string): string | undefined {
  const last = stderr.trimEnd().split("\n").at(-1);
  if (!last) return undefined;
  return (JSON.parse(last) as { error: { code: string } }).error.code;
}

/** A question is interrupted, and a program is asked none. */
const askedFor: ErrorCode = "interrupted";

it("nothing that is asked at a terminal is asked of a program", async () => {
  const typed = await provoke(exhibitOf(askedFor), ["--json"]);
  expect([typed.code, codeIn(typed.stderr), typed.asked]).toEqual([2, "usage", []]);
});

it.each(codes.filter((code) => code !== askedFor))(
  "%s is what a program reads, and the exit code is its own",
  async (code) => {
    const typed = await provoke(exhibitOf(code), ["--json"]);
    expect(typed.code).toBe(exitCodes[code]);
    // The one that is no error, and says nothing on stderr.
    expect(codeIn(typed.stderr)).toBe(code === "budget_used" ? undefined : code);
  },
);

it("docs/ERRORS.md shows what each prints, and nothing else", async () => {
  const shown = [];
  for (const code of codes) {
    const exhibit = exhibitOf(code);
    shown.push({ code, exhibit, typed: await provoke(exhibit) });
  }
  const asJson = await provoke(exhibits.not_found, ["--json"]);
  const text = galleryText({ exhibit: exhibits.not_found, typed: asJson }, shown);
  await expect(text).toMatchFileSnapshot(join(root, "docs/ERRORS.md"));
});
