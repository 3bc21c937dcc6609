import type { BudgetFields, ExpenseFields } from "@outlay/shared";
import type { Instant } from "../../../domain/instant.ts";
import type { Stored } from "../../../domain/records.ts";
import type { Snapshot } from "./snapshot.ts";
import { laterOf, State } from "../memory/state.ts";
import { isGone, oldestKept } from "../memory/trash.ts";
import { ListText } from "../memory/unread-records.ts";

type Lists<Fields> = readonly (readonly Stored<Fields>[])[];

function* withoutGone<Fields>(
  lists: Lists<Fields>,
  oldest: string,
  onGone: (record: Stored<Fields>) => unknown,
): Generator<Stored<Fields>> {
  for (const records of lists) {
    for (const record of records) {
      if (isGone(record, oldest)) onGone(record);
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

export interface Frozen {
  /** Can be read only once. */
  snapshot: Snapshot;
  /** Removes from memory the records that the snapshot leaves out: they can't be seen any more. */
  forgetGone: () => void;
}

/** The present state for a snapshot that is written while the state goes on changing. */
export function freeze(state: State, store: string, clock: Date): Frozen {
  const now = clock.toISOString();
  const oldest = oldestKept(clock);
  const goneExpenses: Stored<ExpenseFields>[] = [];
  const goneBudgets: Stored<BudgetFields>[] = [];
  const { expenses, budgets, imports, apiKeys, lastChange } = state;
  const { revokedTokens, over, tokensOverUntil } = currentTokens(state, now);
  return {
    snapshot: {
      store,
      lastChange,
      standsAlone: false,
      nextIds: {
        users: state.nextUserId,
        expenses: expenses.nextId,
        budgets: budgets.nextId,
        imports: imports.nextId,
        apiKeys: apiKeys.nextId,
      },
      tokensOverUntil,
      users: [...state.users.values()],
      expenses: withoutGone(expenses.freeze(), oldest, (record) => goneExpenses.push(record)),
      budgets: withoutGone(budgets.freeze(), oldest, (record) => goneBudgets.push(record)),
      imports: imports.freeze().flat(),
      apiKeys: apiKeys.freeze().flat(),
      revokedTokens,
    },
    forgetGone() {
      expenses.deleteAll(goneExpenses);
      budgets.deleteAll(goneBudgets);
      state.tokensOverUntil = laterOf(state.tokensOverUntil, tokensOverUntil);
      for (const { id } of over) state.revokedTokens.delete(id);
    },
  };
}

/** The state that a snapshot holds. */
export function thaw(snapshot: Snapshot): State {
  const state = new State();
  const { users, expenses, budgets, imports, apiKeys, revokedTokens, nextIds } = snapshot;
  state.apply({ put: { users: [...users], apiKeys: [...apiKeys] } });
  if (expenses instanceof ListText) state.expenses.adopt(expenses);
  else for (const expense of expenses) state.expenses.put(expense);
  for (const budget of budgets) state.budgets.put(budget);
  for (const batch of imports) state.imports.put(batch);
  for (const { id, expiresAt } of revokedTokens) state.revokedTokens.set(id, expiresAt);
  state.nextUserId = Math.max(state.nextUserId, nextIds.users);
  state.expenses.nextId = Math.max(state.expenses.nextId, nextIds.expenses);
  state.budgets.nextId = Math.max(state.budgets.nextId, nextIds.budgets);
  state.imports.nextId = Math.max(state.imports.nextId, nextIds.imports);
  state.apiKeys.nextId = Math.max(state.apiKeys.nextId, nextIds.apiKeys);
  state.tokensOverUntil = snapshot.tokensOverUntil;
  state.lastChange = snapshot.lastChange;
  return state;
}
