import { describe, expect, it } from "vitest";
import type { Rule } from "@outlay/import";
import { hidingRule, noRules, putRule, removeRules, type RuleList } from "./rule-list.ts";

const food = (pattern: string) => ({ pattern, category: "FOOD" as const, tags: [] });
const listOf = (...patterns: string[]): RuleList =>
  patterns.reduce((list, pattern) => putRule(list, food(pattern)).list, noRules);
const patternsOf = ({ rules }: RuleList) => rules.map(({ id, pattern }) => `${id} ${pattern}`);

describe("a rule that is put", () => {
  it("comes behind the others", () => {
    expect(patternsOf(listOf("uber", "bolt"))).toEqual(["1 uber", "2 bolt"]);
  });

  it("with a pattern that there is changes that one in its place, and says what it was", () => {
    const data: Omit<Rule, "id"> = { pattern: " UBER", category: "DATA", tags: ["trip"] };
    const { list, rule, former } = putRule(listOf("uber", "bolt"), data);
    expect(former).toEqual({ id: 1, ...food("uber") });
    expect(rule).toEqual({ id: 1, pattern: "uber", category: "DATA", tags: ["trip"] });
    expect(patternsOf(list)).toEqual(["1 uber", "2 bolt"]);
    expect(list.rules[0]).toEqual(rule);
  });

  it("never gets the id of one that is gone", () => {
    const { list } = removeRules(listOf("uber", "bolt"), [2]);
    expect(patternsOf(putRule(list, food("lyft")).list)).toEqual(["1 uber", "3 lyft"]);
  });
});

describe("rules that are removed", () => {
  it("are told, and the others keep their order", () => {
    const { list, removed } = removeRules(listOf("uber", "bolt", "lyft"), [3, 1]);
    expect(removed.map(({ id }) => id)).toEqual([3, 1]);
    expect(patternsOf(list)).toEqual(["2 bolt"]);
  });

  it("must all be there", () => {
    expect(() => removeRules(listOf("uber"), [1, 2])).toThrow("There is no rule 2.");
  });
});

/** Returns the pattern of the rule that hides the last one. */
function hiding(...patterns: string[]): string | undefined {
  const list = listOf(...patterns);
  const [last] = list.rules.slice(-1);
  return last && hidingRule(list, last)?.pattern;
}

describe("a rule never applies behind one", () => {
  it("whose text is in its own", () => {
    expect(hiding("bolt", "Uber", "uber*eats")).toBe("Uber");
    expect(hiding("u*eats", "my uber*x*cheats")).toBe("u*eats");
  });

  it("but may behind others", () => {
    expect(hiding("uber eats", "uber*eats")).toBeUndefined();
    expect(hiding("eats*uber", "uber*eats")).toBeUndefined();
    expect(hiding("ubereats", "uber*eats")).toBeUndefined();
    expect(hiding("/uber/", "uber")).toBeUndefined();
    expect(hiding("uber", "/uber/")).toBeUndefined();
  });

  it("and one that comes behind it doesn't matter", () => {
    const list = listOf("uber eats", "uber");
    const [first] = list.rules;
    expect(first && hidingRule(list, first)).toBeUndefined();
  });
});
