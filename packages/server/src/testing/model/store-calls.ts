/** Changes of any kind, to be made in a store and in its model alike. */
import { errorCode } from "@outlay/files";
import fc from "fast-check";
import { StorageUnavailable } from "../../store/store-errors.ts";
import type { Store } from "../../store/store.ts";
import type { Outcome } from "./model-collection.ts";
import type { StoreModel } from "./store-model.ts";
import { food, lunch } from "../test-store.ts";

export interface StoreCall {
  /** A description for reading failures. */
  text: string;
  ask: (store: Store) => Promise<unknown>;
  model: (model: StoreModel) => Outcome;
  /** False if it is refused where another store has the folder. */
  isPatient?: false;
}

export const userIds = [1, 2, 3];
/** The first two users, who exist from the beginning. */
export const firstUsers = ["ada", "grace"];
export const tokenIds = ["one", "two"];

// One user has most of the records, so that they interact.
const userId = fc.constantFrom(1, 1, 1, 1, ...userIds);
const id = fc.integer({ min: 1, max: 6 });
const externalId = fc.constantFrom(null, "a", "b");
const amountCents = fc.integer({ min: 1, max: 999_999 });
const username = fc.constantFrom(...firstUsers, "annie");

const createUser = username.map((name): StoreCall => ({
  text: `create user ${name}`,
  ask: (store) => store.users.create(name, "hash"),
  model: (model) => model.createUser(name, "hash"),
}));

const changePassword = userId.map((user): StoreCall => ({
  text: `change password of ${user}`,
  ask: (store) => store.users.changePassword(user, "new"),
  model: (model) => model.changePassword(user, "new"),
}));

const removeUser = userId.map((user): StoreCall => ({
  text: `remove user ${user}`,
  ask: (store) => store.users.remove(user),
  model: (model) => model.removeUser(user),
}));

const revoke = fc.constantFrom(...tokenIds).map((token): StoreCall => ({
  text: `revoke ${token}`,
  ask: (store) => store.refreshTokens.revoke(token, "9999-01-01T00:00:00.000Z"),
  model: (model) => model.revoke(token),
}));

const createExpense = fc.tuple(userId, externalId, amountCents).map(([user, external, cents]) => {
  const fields = { ...lunch, externalId: external, amountCents: cents };
  return {
    text: `create expense of ${user} with ${external}`,
    ask: (store) => store.expenses.create(user, fields),
    model: (model) => model.expenses.create(user, fields),
  } satisfies StoreCall;
});

const updateExpense = fc.tuple(userId, id, externalId).map(([user, record, external]) => ({
  text: `give expense ${record} of ${user} the external id ${external}`,
  ask: (store: Store) =>
    store.expenses.update(user, record, (now) => ({ ...now, externalId: external })),
  model: (model: StoreModel) => model.expenses.update(user, record, { externalId: external }),
}));

const removeExpense = fc.tuple(userId, id).map(([user, record]) => ({
  text: `remove expense ${record} of ${user}`,
  ask: (store: Store) => store.expenses.remove(user, record),
  model: (model: StoreModel) => model.expenses.remove(user, record),
}));

const restoreExpense = fc.tuple(userId, id).map(([user, record]) => ({
  text: `restore expense ${record} of ${user}`,
  ask: (store: Store) => store.expenses.restore(user, record),
  model: (model: StoreModel) => model.expenses.restore(user, record),
}));

const importId = fc.integer({ min: 1, max: 4 });
const knownAs = fc.option(fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 2 }), {
  nil: undefined,
  freq: 2,
});
const given = fc.array(fc.tuple(externalId, amountCents, knownAs), { maxLength: 4 }).map((rows) =>
  rows.map(([external, cents, known]) => {
    const fields = { ...lunch, externalId: external, amountCents: cents };
    return known ? { ...fields, knownAs: known } : fields;
  }),
);

const addImport = fc.tuple(userId, externalId, given).map(([user, external, expenses]) => {
  const fields = { source: "bank.csv", externalId: external };
  return {
    text: `import ${expenses.length} expenses of ${user} as ${external}`,
    ask: (store: Store) => store.imports.add(user, fields, expenses),
    model: (model: StoreModel) => model.addImport(user, fields, expenses),
  };
});

const addToImport = fc.tuple(userId, importId, given).map(([user, batch, expenses]) => ({
  text: `add ${expenses.length} expenses to import ${batch} of ${user}`,
  ask: (store: Store) => store.imports.addTo(user, batch, expenses),
  model: (model: StoreModel) => model.addToImport(user, batch, expenses),
}));

const revertImport = fc.tuple(userId, importId).map(([user, batch]) => ({
  text: `revert import ${batch} of ${user}`,
  ask: (store: Store) => store.imports.revert(user, batch),
  model: (model: StoreModel) => model.revertImport(user, batch),
}));

const createBudget = userId.map((user): StoreCall => ({
  text: `create budget of ${user}`,
  ask: (store) => store.budgets.create(user, food),
  model: (model) => model.budgets.create(user, food),
}));

const removeBudget = fc.tuple(userId, id).map(([user, record]) => ({
  text: `remove budget ${record} of ${user}`,
  ask: (store: Store) => store.budgets.remove(user, record),
  model: (model: StoreModel) => model.budgets.remove(user, record),
}));

// No two keys ever have the same secret.
const secretHash = fc.noShrink(fc.uuid());
const keyId = fc.integer({ min: 1, max: 3 });

const createApiKey = fc.tuple(userId, secretHash).map(([user, hash]) => {
  const fields = { name: "cron", scope: "import", expiresAt: null, secretHash: hash } as const;
  return {
    text: `create API key ${hash} of ${user}`,
    ask: (store: Store) => store.apiKeys.create(user, fields),
    model: (model: StoreModel) => model.createApiKey(user, fields),
  };
});

const revokeApiKey = fc.tuple(userId, keyId).map(([user, key]) => ({
  text: `revoke API key ${key} of ${user}`,
  ask: (store: Store) => store.apiKeys.revoke(user, key),
  model: (model: StoreModel) => model.revokeApiKey(user, key),
}));

const mostAttempts = 100;

/**
 * Not a failure of the disk, which has a code: a retry would come after calls that were made later.
 */
const isBusy = (error: unknown) =>
  error instanceof StorageUnavailable && errorCode(error.cause) === undefined;

/**
 * Retries a call that is refused while another store of the folder is writing or folding.
 */
async function whenNotBusy(note: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await note();
    } catch (error) {
      if (!isBusy(error) || attempt === mostAttempts) throw error;
    }
  }
}

const noteKeyUse = fc
  .tuple(userId, keyId, fc.constantFrom("2026-11-22", "2026-11-23"))
  .map(([user, key, usedAt]): StoreCall => ({
    text: `note that API key ${key} of ${user} was used at ${usedAt}`,
    ask: (store) => whenNotBusy(() => store.apiKeys.noteUse(user, key, usedAt)),
    isPatient: false,
    model: (model) => model.noteKeyUse(user, key, usedAt),
  }));

export const storeCall: fc.Arbitrary<StoreCall> = fc.oneof(
  { weight: 1, arbitrary: createUser },
  { weight: 1, arbitrary: changePassword },
  { weight: 1, arbitrary: removeUser },
  { weight: 1, arbitrary: revoke },
  { weight: 8, arbitrary: createExpense },
  { weight: 8, arbitrary: updateExpense },
  { weight: 4, arbitrary: removeExpense },
  { weight: 3, arbitrary: restoreExpense },
  { weight: 4, arbitrary: addImport },
  { weight: 2, arbitrary: addToImport },
  { weight: 3, arbitrary: revertImport },
  { weight: 1, arbitrary: createBudget },
  { weight: 1, arbitrary: removeBudget },
  { weight: 2, arbitrary: createApiKey },
  { weight: 1, arbitrary: revokeApiKey },
  { weight: 1, arbitrary: noteKeyUse },
);
