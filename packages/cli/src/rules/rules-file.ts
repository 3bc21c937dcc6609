import { privateJsonFile } from "../config/private-json-file.ts";
import type { Rule } from "@outlay/import";
import {
  noRules,
  type PutRule,
  putRule,
  removeRules,
  type RuleList,
  ruleList,
} from "./rule-list.ts";

/** `rules.json`: the user's rules on this machine. Each method rejects as `PrivateJsonFile` does. */
export interface RulesFile {
  /** The rules in their order. */
  read(): Promise<Rule[]>;
  put(added: Omit<Rule, "id">): Promise<PutRule>;
  /** @throws CliError not_found */
  remove(ids: readonly number[]): Promise<Rule[]>;
}

export function rulesFile(folder: string): RulesFile {
  const file = privateJsonFile(folder, "rules", ruleList, noRules);

  async function change<Decision extends { list: RuleList }>(
    decide: (list: RuleList) => Decision,
  ): Promise<Decision> {
    let decision!: Decision;
    await file.update((list) => (decision = decide(list)).list);
    return decision;
  }

  return {
    read: async () => (await file.read()).rules,
    put: (added) => change((list) => putRule(list, added)),
    remove: async (ids) => (await change((list) => removeRules(list, ids))).removed,
  };
}
