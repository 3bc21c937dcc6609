/** Reverts a change of many records. */
import { expenseFields, type ExpenseFields, storedNamesOf } from "@outlay/shared";
import type { BulkChangeRecord, ChangedGroup, RevertedMany } from "../../domain/bulk-change.ts";
import type { CategoryRecord } from "../../domain/category.ts";
import { CategoryTree } from "../../domain/category-tree.ts";
import { withoutHome } from "../../domain/currencies/home-currency.ts";
import type { Instant } from "../../domain/instant.ts";
import type { ExpenseRecord } from "../../domain/records.ts";
import { Pace } from "../../yielding/pace.ts";
import { CategoryTaken } from "../store-errors.ts";
import { changedRecord } from "./changed-record.ts";
import type { Decision } from "./engine/call.ts";
import type { Change, RecordName } from "./journal/change.ts";
import type { Lookup } from "./memory/state.ts";

type Values = Record<string, unknown>;

const fieldNames = storedNamesOf(expenseFields);

/** Whether a record is still as a change left it. */
function isAsLeft(
  record: RecordName | undefined,
  { before, after, inTrash }: ChangedGroup,
  setOn: Instant,
): record is RecordName {
  const current = record as unknown as Values | undefined;
  if (current?.["updatedAt"] !== setOn) return false;
  if (((current["deletedAt"] ?? null) !== null) !== (inTrash ?? false)) return false;
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].every((name) => JSON.stringify(current[name]) === JSON.stringify(after[name]));
}

/** The fields of an expense as they were before a change, in the order in which they are stored. */
function fieldsBefore(record: ExpenseRecord, { before, after }: ChangedGroup): ExpenseFields {
  const current = record as unknown as Values;
  const fields: Values = {};
  for (const name of fieldNames) {
    const value = name in before ? before[name] : name in after ? undefined : current[name];
    if (value !== undefined) fields[name] = value;
  }
  return fields as unknown as ExpenseFields;
}

/** A record of any kind as it was before a change. */
function recordBefore(
  data: Lookup,
  record: RecordName,
  group: ChangedGroup,
  now: Instant,
): RecordName {
  if (group.of === "expenses") {
    const expense = record as ExpenseRecord;
    const home = data.userById(record.userId)?.homeCurrency;
    const fields = withoutHome(fieldsBefore(expense, group), home);
    return changedRecord(expense, fields, fieldNames, now);
  }
  const others = Object.entries(record).filter(
    ([name]) => !(name in group.after) || name in group.before,
  );
  return {
    ...(Object.fromEntries(others) as unknown as RecordName),
    ...group.before,
    updatedAt: now,
  } as RecordName;
}

/**
 * Returns the category that a change removed, to be made again; undefined if there is nothing to make.
 * @throws CategoryTaken
 */
function categoryAgain(
  data: Lookup,
  { userId, removedCategory }: BulkChangeRecord,
  tree: CategoryTree,
  now: Instant,
): CategoryRecord | undefined {
  if (!removedCategory || tree.has(removedCategory.key)) return undefined;
  const { key, name } = removedCategory;
  if (tree.holderOf(name, key) || tree.holderOf(key, key)) throw new CategoryTaken(name);
  // The category that it belonged to may be gone, or may belong to another one itself.
  const isFitting =
    removedCategory.parent !== null && tree.parentFault(key, removedCategory.parent) === undefined;
  const parent = isFitting ? removedCategory.parent : null;
  const id = data.categories.nextId;
  return { ...removedCategory, parent, id, userId, createdAt: now, updatedAt: now };
}

/** Whether the categories that records had before a change are there to take them back. */
function isTakenBack({ of, before }: ChangedGroup, key: string, tree: CategoryTree): boolean {
  const { category, parent } = before;
  if (typeof category === "string" && !tree.has(category)) return false;
  if (of !== "categories" || typeof parent !== "string") return true;
  return tree.parentFault(key, parent) === undefined;
}

/**
 * Gives records back what they had, except for those that were changed since.
 * @throws CategoryTaken
 */
export async function decideRevert(
  data: Lookup,
  change: BulkChangeRecord,
  now: Instant,
): Promise<Decision<RevertedMany>> {
  const { userId } = change;
  const present = [...data.categories.list(userId)];
  const again = categoryAgain(data, change, new CategoryTree(present), now);
  const tree = new CategoryTree([...present, ...(again ? [again] : [])]);
  const restored: Record<string, RecordName[]> = again ? { categories: [again] } : {};
  let reverted = 0;
  let kept = 0;
  const pace = new Pace();
  for (const group of change.groups) {
    for (const id of group.ids) {
      if (pace.isPauseDue) await pace.pause();
      const record = data[group.of].find(userId, id) as RecordName | undefined;
      const key = record && "key" in record ? String(record.key) : "";
      if (isAsLeft(record, group, change.setOn) && isTakenBack(group, key, tree)) {
        (restored[group.of] ??= []).push(recordBefore(data, record, group, now));
        reverted += 1;
      } else kept += 1;
    }
  }
  const result = { reverted, kept };
  if (reverted === 0 && !again) return { result };
  // The records of each kind are those of its own table.
  const put = { ...restored, changes: [{ ...change, revertedAt: now }] } as Change["put"] & object;
  return { change: { put }, result };
}
