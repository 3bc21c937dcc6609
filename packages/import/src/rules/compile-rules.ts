import { lazily } from "@outlay/shared";
import { ImportRefusal } from "../refusal.ts";
import { comparableText, evenText } from "./comparable-text.ts";
import { hasParts, parsePattern, type Pattern } from "./pattern.ts";
import { waysThrough } from "./repeats-safely.ts";
import type { Rule } from "./rule.ts";
import { WithinTime } from "./within-time.ts";

/** Regular expressions see only this much of a text, because their time may grow with a power of its length. */
const maxExpressionText = 500;

/** With fewer ways through a text, an expression is fast enough to run without a time limit. */
const mostWaysAtOnce = 10_000_000;
const usualLimitMs = 2000;

function tooSlow({ id, pattern }: Rule, text: string) {
  return new ImportRefusal(
    "slow_rule",
    `Rule ${id} takes too long: ${pattern} was stopped while searching "${text.slice(0, 40)}".`,
    `Rewrite it with fewer *, + and ?, or remove it: outlay rules rm ${id}`,
  );
}

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);

interface Compiled {
  rule: Rule;
  pattern: Pattern;
}

/**
 * Finds the first rule that matches any of several texts. Case, the width of blanks and (except in regular
 * expressions) accents don't matter.
 * @param rules the rules as stored
 * @param limitMs how long one rule may search one text
 * @returns a function that throws ImportRefusal slow_rule if a rule takes longer
 */
export function compileRules(
  rules: readonly Rule[],
  limitMs = usualLimitMs,
): (...texts: readonly string[]) => Rule | undefined {
  if (rules.length === 0) return () => undefined;
  const compiled = rules.map((rule) => ({ rule, pattern: parsePattern(rule.pattern) }));
  // Most texts match no rule: one search for the first words of all rules is twenty times as fast.
  const firstParts = compiled.flatMap(({ pattern }) =>
    pattern.kind === "words" ? pattern.parts.slice(0, 1) : [],
  );
  const anyFirstPart = new RegExp(firstParts.map(escaped).join("|"));

  const watched = lazily(() => new WithinTime(limitMs));
  const matches = (expression: RegExp, rule: Rule, text: string): boolean => {
    if (waysThrough(expression.source, text.length) <= mostWaysAtOnce) return expression.test(text);
    const found = watched().run(() => expression.test(text));
    if (found === undefined) throw tooSlow(rule, text);
    return found;
  };

  const matcherOf = (text: string) => {
    const even = evenText(text);
    const comparable = comparableText(even);
    const shortened = even.slice(0, maxExpressionText);
    const mayHaveParts = anyFirstPart.test(comparable);
    return ({ pattern, rule }: Compiled) =>
      pattern.kind === "words"
        ? mayHaveParts && hasParts(comparable, pattern.parts)
        : matches(pattern.expression, rule, shortened);
  };

  return (...texts) => {
    const matchers = [...new Set(texts)].map(matcherOf);
    return compiled.find((each) => matchers.some((isFor) => isFor(each)))?.rule;
  };
}
