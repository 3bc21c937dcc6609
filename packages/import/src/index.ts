/** The importer's door; ../README.md says what goes in and what comes out. */
export { History } from "./categories/history.ts";
export type { CategorySource } from "./categories/categorise.ts";
export type { OwnCategories } from "./categories/own-categories.ts";
export type { FormatChoice } from "./formats/choose-format.ts";
export { savedFormat, type SavedFormat } from "./formats/saved-format.ts";
export type { Given } from "./given/given.ts";
export { givenChoices, type GivenWords, parseGiven } from "./given/parse-given.ts";
export { isOfRow } from "./identity/identify.ts";
export { AlikeRows } from "./plan/alike.ts";
export { makePlan, type MadePlan, type Past, type PlanOptions } from "./plan/make-plan.ts";
export {
  countRow,
  emptyOutcome,
  type ExpenseRow,
  type LineAndReason,
  type Outcome,
  type RowMoney,
} from "./plan/outcome.ts";
export type { Detected, PlanHead, PlanRow } from "./plan/plan.ts";
export { newPlanFile, type PlanFile, type PlanReview } from "./plan/plan-file.ts";
export { type OwnCurrency, RowCurrencies } from "./plan/row-currencies.ts";
export { keptSource, type Source } from "./read/source.ts";
export { ImportRefusal, type RefusalCode } from "./refusal.ts";
export type { BalanceGap } from "./rows/balance-check.ts";
export { compileRules } from "./rules/compile-rules.ts";
export { coversPattern, parsePattern, patternKey } from "./rules/pattern.ts";
export { type Rule, rule } from "./rules/rule.ts";
