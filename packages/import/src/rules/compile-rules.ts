import { lazily } from "@outlay/shared";
import { ImportRefusal } from "../refusal.ts";
import { comparableText, evenText } from "./comparable-text.ts";
import { hasParts, parsePattern, type Pattern } from "./pattern.ts";
import { waysThrough } from "./repeats-safely.ts";
import type { Rule } from "./rule.ts";
import { WithinTime } from "./within-time.ts";

/** A regular expression sees no more of a text: its time may grow with a power of the length. */
const maxExpressionText = 500;

/** With fewer ways through a text, nobody notices how long an expression takes. */
const mostWaysAtOnce = 10_000_000;
const usualLimitMs = 2000;

function tooSlow({ id, pattern }: Rule, text: string) {
  return new ImportRefusal(
    "slow_rule",
    `Rule ${id} takes too long: ${pattern} was still looking through "${text.slice(0, 40)}" when it was stopped.`,
    `Write it with fewer *, + and ?, or remove it: outlay rules rm ${id}`,
  );
}

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);

interface Compiled {
  rule: Rule;
  pattern: Pattern;
}

/**
 * The rule for something that one text or several are of: the first that matches any of them. Case, accents (but for regular expressions) and the
 * width of blanks don't matter.
 * @param rules as the rules file gives them
 * @param limitMs how long a rule may look through a text
 * @returns throws ImportRefusal slow_rule where a rule takes longer
 */
export function compileRules(
  rules: readonly Rule[],
  limitMs = usualLimitMs,
): (...texts: readonly string[]) => Rule | undefined {
  if (rules.length === 0) return () => undefined;
  const compiled = rules.map((rule) => ({ rule, pattern: parsePattern(rule.pattern) }));
  // Most texts have no rule: one look for all first words together is twenty times as fast.
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
