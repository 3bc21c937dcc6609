import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Case, judge } from "./testing/judge-case.ts";

const folder = join(import.meta.dirname, "cases");
const cases = JSON.parse(readFileSync(join(folder, "cases.json"), "utf8")) as Case[];

describe("files that were once read wrongly", () => {
  it.each(cases)("$name", async (one) => {
    const { verdict, detail } = await judge(folder, one);

    expect(verdict, detail).toBeOneOf(one.refusal === "never" ? ["right"] : ["right", "refused"]);
  });
});
