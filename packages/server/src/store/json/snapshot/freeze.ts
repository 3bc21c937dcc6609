import type { Instant } from "../../../domain/instant.ts";
import type { RemovedRow } from "../../../domain/import-batch.ts";
import type { ExpenseRecord } from "../../../domain/records.ts";
import type { RecordName } from "../journal/change.ts";
import type { KindName } from "../journal/record-types.ts";
import {
  forEachKind,
  kindNames,
  type KindOf,
  numberedKinds,
  recordKinds,
} from "../memory/record-kinds.ts";
import { rowOf } from "../memory/removed-rows.ts";
import { laterOf, State } from "../memory/state.ts";
import type { AnyTable } from "../memory/tables.ts";
import { oldestKept } from "../memory/trash.ts";
import { ListText } from "../memory/unread-records.ts";
import { nextIdsOf, type RecordLists, type Snapshot } from "./snapshot.ts";

type Lists = readonly (readonly RecordName[])[];

function* withoutGone(
  lists: Lists,
  isGone: (record: RecordName) => boolean,
  gone: RecordName[],
): Generator<RecordName> {
  for (const records of lists) {
    for (const record of records) {
      if (isGone(record)) gone.push(record);
      else yield record;
    }
  }
}

/**
 * The tokens that must be remembered singly. While a clock runs fast, too many count as expired:
 * from then on, all tokens that end before the last of these are treated as revoked, even after the
 * clock is set right.
 */
function currentTokens(state: State, now: Instant) {
  const tokens = [...state.revokedTokens].map(([id, expiresAt]) => ({ id, expiresAt }));
  const over = tokens.filter(({ expiresAt }) => expiresAt <= now);
  const ends = over.map(({ expiresAt }) => expiresAt);
  return {
    revokedTokens: tokens.filter(({ expiresAt }) => expiresAt > now),
    over,
    tokensOverUntil: laterOf(state.tokensOverUntil, ends.toSorted().at(-1)),
  };
}

/** The records of a kind, and those of them that the snapshot has left out as far as it was read. */
interface FrozenList {
  records: Iterable<RecordName>;
  gone: RecordName[];
}

function freezeList(table: AnyTable, name: KindName, oldest: Instant): FrozenList {
  const { isGone } = recordKinds[name] as KindOf<object, RecordName>;
  const gone: RecordName[] = [];
  const lists = table.freeze();
  const records = isGone
    ? withoutGone(lists, (record) => isGone(record, oldest), gone)
    : lists.flat();
  return { records, gone };
}

/** The rows removed before, and those whose expenses the same snapshot leaves out; users' together. */
function* withRemoved(
  before: Iterable<RemovedRow>,
  gone: readonly ExpenseRecord[],
): Generator<RemovedRow> {
  const rows = new Map([...before, ...gone.flatMap(rowOf)].map((row) => [row.id, row]));
  yield* [...rows.values()].toSorted((a, b) => a.userId - b.userId || a.id - b.id);
}

export interface Frozen {
  /** Can be read only once, in the order of the file. */
  snapshot: Snapshot;
  /** Removes from memory the records that the snapshot leaves out: they can't be seen any more. */
  forgetGone: () => void;
}

/** The present state for a snapshot that is written while the state goes on changing. */
export function freeze(state: State, store: string, clock: Date): Frozen {
  const oldest = oldestKept(clock);
  const { revokedTokens, over, tokensOverUntil } = currentTokens(state, clock.toISOString());
  const lists = forEachKind((name) => freezeList(state[name], name, oldest));
  const goneExpenses = lists.expenses.gone as ExpenseRecord[];
  const removedBefore = lists.removedRows.records as Iterable<RemovedRow>;
  return {
    snapshot: {
      store,
      lastChange: state.lastChange,
      standsAlone: false,
      nextIds: nextIdsOf((name) => (name === "users" ? state.nextUserId : state[name].nextId)),
      tokensOverUntil,
      users: [...state.users.values()],
      ...(forEachKind((name) => lists[name].records) as RecordLists),
      removedRows: withRemoved(removedBefore, goneExpenses),
      revokedTokens,
    },
    forgetGone() {
      const isThere = (record: ExpenseRecord) =>
        state.expenses.find(record.userId, record.id) === record;
      state.removedRows.putAll(goneExpenses.filter(isThere).flatMap(rowOf));
      for (const name of kindNames) {
        const table: AnyTable = state[name];
        table.deleteAll(lists[name].gone);
      }
      state.tokensOverUntil = laterOf(state.tokensOverUntil, tokensOverUntil);
      for (const { id } of over) state.revokedTokens.delete(id);
    },
  };
}

/** The state that a snapshot holds. */
export function thaw(snapshot: Snapshot): State {
  const state = new State();
  const { users, revokedTokens, nextIds } = snapshot;
  state.apply({ put: { users: [...users], revokedTokens: [...revokedTokens] } });
  state.nextUserId = Math.max(state.nextUserId, nextIds.users);
  for (const name of kindNames) {
    const table: AnyTable = state[name];
    const records: Iterable<RecordName> = snapshot[name];
    if (records instanceof ListText) table.adopt(records);
    else table.putAll([...records]);
  }
  for (const name of numberedKinds)
    state[name].nextId = Math.max(state[name].nextId, nextIds[name]);
  state.tokensOverUntil = snapshot.tokensOverUntil;
  state.lastChange = snapshot.lastChange;
  return state;
}
