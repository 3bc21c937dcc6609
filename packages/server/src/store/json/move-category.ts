/** Moves everything that names a category to another one. */
import type { ChangedGroup } from "../../domain/bulk-change.ts";
import type { CategoryRecord } from "../../domain/category.ts";
import { type CategoryUses, isUsed } from "../../domain/category-uses.ts";
import type { BudgetRecord, ExpenseRecord } from "../../domain/records.ts";
import { Pace } from "../../yielding/pace.ts";
import type { Change } from "./journal/change.ts";
import type { KeptRecord } from "./journal/record-types.ts";
import type { Lookup } from "./memory/state.ts";
import { isGone, oldestKept } from "./memory/trash.ts";

/** The number of records that are looked at between two checks of the clock. */
const stride = 256;

/** The records that name a category. */
export interface Uses {
  expenses: readonly ExpenseRecord[];
  budgets: readonly BudgetRecord[];
  /** The records that belong to the category. */
  categories: readonly CategoryRecord[];
  rules: readonly KeptRecord[];
  recurring: readonly KeptRecord[];
  counts: CategoryUses;
  isAny: boolean;
}

/** Collects the items that satisfy a condition, while other requests get their turns. */
async function collected<Item>(
  items: Iterable<Item>,
  isMeant: (item: Item) => boolean,
): Promise<Item[]> {
  const pace = new Pace();
  const found: Item[] = [];
  let seen = 0;
  for (const item of items) {
    seen += 1;
    if (seen % stride === 0 && pace.isPauseDue) await pace.pause();
    if (isMeant(item)) found.push(item);
  }
  return found;
}

/** Finds all records that name a category. Those that have left the trash can't come back. */
export async function gatherUses(
  data: Lookup,
  { userId, key }: { userId: number; key: string },
  now: Date,
): Promise<Uses> {
  const oldest = oldestKept(now);
  const names = (record: object) => "category" in record && record.category === key;
  const found = {
    expenses: await collected(
      data.expenses.list(userId),
      (record) => names(record) && !isGone(record, oldest),
    ),
    budgets: await collected(
      data.budgets.list(userId),
      (record) => names(record) && !isGone(record, oldest),
    ),
    categories: await collected(data.categories.list(userId), ({ parent }) => parent === key),
    rules: await collected(data.rules.list(userId), names),
    recurring: await collected(data.recurring.list(userId), names),
  };
  const counts = {
    expenses: found.expenses.length,
    budgets: found.budgets.length,
    categories: found.categories.length,
    recurring: found.recurring.length,
    rules: found.rules.length,
  };
  return { ...found, counts, isAny: isUsed(counts) };
}

/** Changes records one after the other, while other requests get their turns. */
async function changed<Item>(items: readonly Item[], change: (item: Item) => Item) {
  const pace = new Pace();
  const all: Item[] = [];
  for (const [index, item] of items.entries()) {
    if (index % stride === stride - 1 && pace.isPauseDue) await pace.pause();
    all.push(change(item));
  }
  return all;
}

const idsOf = (records: readonly { id: number }[]): number[] => records.map(({ id }) => id);

type Removable = Pick<ExpenseRecord, "id" | "deletedAt">;

const kept = ({ deletedAt }: Removable) => deletedAt === null;
const inTrash = ({ deletedAt }: Removable) => deletedAt !== null;

/** Describes the change, so that it can be reverted. */
function groupsOf(
  uses: Uses,
  { key, moveTo }: { key: string; moveTo: string },
  children: readonly CategoryRecord[],
): ChangedGroup[] {
  const category = { before: { category: key }, after: { category: moveTo } };
  const named: ChangedGroup[] = [
    { of: "expenses", ids: idsOf(uses.expenses.filter(kept)), ...category },
    { of: "expenses", ids: idsOf(uses.expenses.filter(inTrash)), inTrash: true, ...category },
    { of: "budgets", ids: idsOf(uses.budgets.filter(kept)), ...category },
    { of: "budgets", ids: idsOf(uses.budgets.filter(inTrash)), inTrash: true, ...category },
    { of: "rules", ids: idsOf(uses.rules), ...category },
    { of: "recurring", ids: idsOf(uses.recurring), ...category },
    ...[moveTo, null].map((parent): ChangedGroup => ({
      of: "categories",
      ids: idsOf(children.filter((child) => child.parent === parent)),
      before: { parent: key },
      after: { parent },
    })),
  ];
  return named.filter(({ ids }) => ids.length > 0);
}

/** Returns the change that moves all uses, with the entry by which it can be reverted. */
export async function movingChange(
  data: Lookup,
  uses: Uses,
  move: { removed: CategoryRecord; moveTo: string },
  now: Date,
): Promise<{ put: NonNullable<Change["put"]>; changeId: number }> {
  const { removed, moveTo } = move;
  const { userId, key, name, parent, isArchived } = removed;
  const setOn = now.toISOString();
  const moved = <Item extends object>(record: Item): Item => ({
    ...record,
    category: moveTo,
    updatedAt: setOn,
  });
  // A child that takes the place of its parent no longer belongs to another category.
  const children = uses.categories.map((child) => ({
    ...child,
    parent: child.key === moveTo ? null : moveTo,
    updatedAt: setOn,
  }));
  const changeId = data.changes.nextId;
  const entry = {
    id: changeId,
    userId,
    createdAt: setOn,
    setOn,
    revertedAt: null,
    groups: groupsOf(uses, { key, moveTo }, children),
    removedCategory: { key, name, parent, isArchived },
  };
  const put = {
    expenses: await changed(uses.expenses, moved),
    budgets: uses.budgets.map(moved),
    categories: children,
    rules: uses.rules.map(moved),
    recurring: uses.recurring.map(moved),
    changes: [entry],
  };
  const filled = Object.entries(put).filter(([, records]) => records.length > 0);
  return { put: Object.fromEntries(filled) as NonNullable<Change["put"]>, changeId };
}
