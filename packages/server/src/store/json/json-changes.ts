import { expenseFields, maxChangedExpenses, storedNamesOf } from "@outlay/shared";
import type { Changed, ChangedGroup, ChangedMany, RevertedMany } from "../../domain/bulk-change.ts";
import { withoutHome } from "../../domain/currencies/home-currency.ts";
import type { ExpenseRecord } from "../../domain/records.ts";
import { Pace } from "../../yielding/pace.ts";
import type { BulkChanges } from "../store.ts";
import { NotAllFound, TooMany } from "../store-errors.ts";
import { changedRecord } from "./changed-record.ts";
import type { Database } from "./engine/database.ts";
import { requireCategory } from "./known-category.ts";
import type { Change } from "./journal/change.ts";
import type { Lookup } from "./memory/state.ts";
import { isOver, oldestKept } from "./memory/trash.ts";
import { decideRevert } from "./revert-change.ts";
import { expenseMatcher } from "./select/expense-matcher.ts";

const fieldNames = storedNamesOf(expenseFields);

/** @throws NotAllFound */
function namedExpenses(data: Lookup, userId: number, ids: readonly number[]): ExpenseRecord[] {
  const wanted = [...new Set(ids)];
  const found = wanted.map((id) => data.expenses.find(userId, id));
  const missing = wanted.filter((_, index) => found[index]?.deletedAt !== null);
  if (missing.length > 0) throw new NotAllFound(missing);
  return found.flatMap((record) => record ?? []);
}

/** @throws NotAllFound, TooMany */
async function expensesOf(
  data: Lookup,
  userId: number,
  which: Changed,
  pace: Pace,
): Promise<ExpenseRecord[]> {
  if ("ids" in which) return namedExpenses(data, userId, which.ids);
  const matches = expenseMatcher(which.filter, "");
  const found: ExpenseRecord[] = [];
  for (const record of data.expenses.list(userId)) {
    if (pace.isPauseDue) await pace.pause();
    if (matches(record)) found.push(record);
  }
  if (found.length > maxChangedExpenses) throw new TooMany(found.length);
  return found;
}

type Values = Record<string, unknown>;

/** The fields in which two records differ, as one of them has them. */
function differing(one: Values, other: Values, names: Iterable<string>): Values {
  const values: Values = {};
  for (const name of names) {
    const isSame = JSON.stringify(one[name]) === JSON.stringify(other[name]);
    if (!isSame && one[name] !== undefined) values[name] = one[name];
  }
  return values;
}

/** Collects the records of a change in groups whose fields changed alike. */
class Groups {
  readonly #groups = new Map<string, ChangedGroup & { ids: number[] }>();

  /** @returns whether the record has changed */
  add(before: ExpenseRecord, after: ExpenseRecord): boolean {
    const [one, other] = [before, after] as unknown as [Values, Values];
    const group = {
      before: differing(one, other, fieldNames),
      after: differing(other, one, fieldNames),
    };
    const key = JSON.stringify(group);
    if (key === '{"before":{},"after":{}}') return false;
    const alike = this.#groups.get(key);
    if (alike) alike.ids.push(before.id);
    else this.#groups.set(key, { of: "expenses", ids: [before.id], ...group });
    return true;
  }

  get all(): readonly ChangedGroup[] {
    return [...this.#groups.values()];
  }
}

/** The changes of many records in a JSON database. */
export function jsonChanges(database: Database, clock: () => Date): BulkChanges {
  return {
    change: (userId, which, change) =>
      database.change<ChangedMany>(async (data) => {
        const pace = new Pace();
        const setOn = clock().toISOString();
        const expenses: ExpenseRecord[] = [];
        const groups = new Groups();
        const home = data.userById(userId)?.homeCurrency;
        for (const current of await expensesOf(data, userId, which, pace)) {
          if (pace.isPauseDue) await pace.pause();
          const fields = withoutHome(change(current), home);
          if (fields.category !== current.category) {
            requireCategory(data, userId, fields.category);
          }
          const changed = changedRecord(current, fields, fieldNames, setOn);
          if (groups.add(current, changed)) expenses.push(changed);
        }
        if (expenses.length === 0) return { result: { changeId: null, count: 0 } };
        const id = data.changes.nextId;
        const record = {
          id,
          userId,
          createdAt: setOn,
          setOn,
          revertedAt: null,
          groups: groups.all,
        };
        const put: Change["put"] = { expenses, changes: [record] };
        return { change: { put }, result: { changeId: id, count: expenses.length } };
      }),

    revert: (userId, id) =>
      database.change<RevertedMany | undefined>((data) => {
        const now = clock();
        const change = data.changes.find(userId, id);
        if (!change || isOver(change, oldestKept(now))) return { result: undefined };
        return decideRevert(data, change, now.toISOString());
      }),
  };
}
