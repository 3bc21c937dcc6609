import * as v from "valibot";
import { CliError } from "../errors/cli-error.ts";
import { coversPattern, parsePattern, patternKey, type Rule, rule } from "@outlay/import";

/** The rules in their order, and the id of the next one: ids are never reused. */
export const ruleList = v.pipe(
  v.object({
    version: v.literal(1),
    nextId: v.pipe(v.number(), v.safeInteger()),
    rules: v.array(rule),
  }),
  v.check(({ nextId, rules }) => {
    const ids = new Set(rules.map(({ id }) => id));
    return ids.size === rules.length && nextId > Math.max(0, ...ids);
  }),
);

export type RuleList = v.InferOutput<typeof ruleList>;

export const noRules: RuleList = { version: 1, nextId: 1, rules: [] };

export interface PutRule {
  list: RuleList;
  rule: Rule;
  /** The former rule with the same pattern, if there was one. */
  former: Rule | undefined;
}

/** Adds a rule after the others, or replaces the one with the same pattern. */
export function putRule(list: RuleList, added: Omit<Rule, "id">): PutRule {
  const key = patternKey(parsePattern(added.pattern));
  const former = list.rules.find(({ pattern }) => patternKey(parsePattern(pattern)) === key);
  if (!former) {
    const put = { id: list.nextId, ...added };
    const longer = { ...list, nextId: list.nextId + 1, rules: [...list.rules, put] };
    return { list: longer, rule: put, former };
  }
  const { category, tags } = added;
  const changed = { ...former, category, tags };
  const rules = list.rules.map((other) => (other === former ? changed : other));
  return { list: { ...list, rules }, rule: changed, former };
}

/** Removes rules: all of them or, if one doesn't exist, none. @throws CliError not_found */
export function removeRules(
  list: RuleList,
  ids: readonly number[],
): { list: RuleList; removed: Rule[] } {
  const removed = ids.map((wanted) => {
    const found = list.rules.find(({ id }) => id === wanted);
    if (found) return found;
    const hint = "See which there are with: outlay rules list";
    throw new CliError("not_found", `There is no rule ${wanted}.`, { hint });
  });
  const rules = list.rules.filter((other) => !removed.includes(other));
  return { list: { ...list, rules }, removed };
}

/**
 * Returns an earlier rule that matches everything the given one matches, so that the given one never applies.
 */
export function hidingRule({ rules }: RuleList, hidden: Rule): Rule | undefined {
  const pattern = parsePattern(hidden.pattern);
  const place = rules.findIndex(({ id }) => id === hidden.id);
  return rules
    .slice(0, place)
    .find((earlier) => coversPattern(parsePattern(earlier.pattern), pattern));
}
