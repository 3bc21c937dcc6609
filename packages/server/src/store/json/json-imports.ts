import type { ExpenseRecord } from "../../domain/records.ts";
import { type ExpenseFields, isForExpenses } from "@outlay/shared";
import {
  type FileCurrencies,
  nothingNamed,
  type SettledCurrencies,
} from "../../domain/currencies/file-currency.ts";
import { toHomeBy } from "../../domain/currencies/rates.ts";
import { spentIn } from "../../domain/currencies/spent-in.ts";
import type { UserRecord } from "../../domain/user.ts";
import type {
  Imported,
  ImportedFields,
  ImportedRow,
  ImportRecord,
} from "../../domain/import-batch.ts";
import type { Imports } from "../store.ts";
import { UserGone } from "../store-errors.ts";
import { Pace } from "../../yielding/pace.ts";
import type { RecordName } from "./journal/change.ts";
import type { Decision } from "./engine/call.ts";
import type { Database } from "./engine/database.ts";
import { settleFile } from "./home-currency.ts";
import { hasCategory } from "./known-category.ts";
import { externalIdHolder } from "./memory/external-id-holder.ts";
import { removedRow } from "./memory/removed-rows.ts";
import type { Lookup } from "./memory/state.ts";
import { isGone, oldestKept } from "./memory/trash.ts";

interface Batch {
  batch: ImportRecord;
  isNew: boolean;
}

interface Planned {
  expenses: readonly ImportedRow[];
  /** Records that must give up the external ids of some expenses. */
  gone: readonly RecordName[];
}

// Few rows have such ids, and rows without any are stored as they are.
function withoutKnownAs(given: ImportedFields): ExpenseFields {
  if (given.knownAs === undefined) return given;
  const { knownAs: _, ...fields } = given;
  return fields;
}

/** The rows of a call, and the currencies that they are recorded in. */
interface Rows {
  given: readonly ImportedFields[];
  settled: SettledCurrencies;
}

function inCurrency(fields: ExpenseFields, { recorded }: SettledCurrencies): ExpenseFields {
  const currency = recorded(fields.currency);
  if (currency === (fields.currency ?? null)) return fields;
  const { currency: _, ...others } = fields;
  return currency === null ? others : { ...others, currency };
}

/** Returns a function that tells whether expenses of a user can have a category. */
function categoryCheck(data: Lookup, userId: number): (key: string) => boolean {
  const known = new Map<string, boolean>();
  return (key) => {
    let isKnown = known.get(key);
    if (isKnown === undefined) {
      isKnown = isForExpenses(key) && hasCategory(data, userId, key);
      known.set(key, isKnown);
    }
    return isKnown;
  };
}

/** Plans what becomes of these expenses in a batch, while other requests get their turns. */
async function plan(
  data: Lookup,
  { id: importId, userId }: ImportRecord,
  { given, settled }: Rows,
  now: Date,
): Promise<Planned> {
  const oldest = oldestKept(now);
  const instant = now.toISOString();
  const gone: RecordName[] = [];
  const own = new Map<string, ExpenseRecord>();
  const lookUp = (fields: ExpenseFields) => {
    const earlier = fields.externalId === null ? undefined : own.get(fields.externalId);
    if (earlier) return { holder: earlier, gone: undefined };
    return externalIdHolder(data.expenses, userId, fields, oldest);
  };
  const isCategory = categoryCheck(data, userId);
  let id = data.expenses.nextId;
  const planRow = (row: ImportedFields): ImportedRow => {
    const fields = inCurrency(withoutKnownAs(row), settled);
    const found = lookUp(fields);
    const others = row.knownAs?.map((externalId) => ({ ...fields, externalId })) ?? [];
    let holder: ImportedRow["record"] | undefined = found.holder;
    for (const other of others) holder ??= lookUp(other).holder;
    for (const each of [fields, ...others]) holder ??= removedRow(data, userId, each, oldest);
    if (holder) return { record: holder, isNew: false };
    if (found.gone) gone.push({ userId, id: found.gone.id });
    const keys = { userId, createdAt: instant, updatedAt: instant, deletedAt: null, importId };
    const { category } = fields;
    const isUnknown = category !== null && !isCategory(category);
    // A row's category never refuses an import.
    const record = { id, ...fields, ...(isUnknown && { category: "MISCELLANEOUS" }), ...keys };
    id += 1;
    if (fields.externalId !== null) own.set(fields.externalId, record);
    return { record, isNew: true, ...(isUnknown && { unknownCategory: category }) };
  };
  const expenses: ImportedRow[] = [];
  const pace = new Pace();
  for (const row of given) {
    if (pace.isPauseDue) await pace.pause();
    expenses.push(planRow(row));
  }
  return { expenses, gone };
}

/** A call that adds expenses to a batch. */
interface Addition {
  user: UserRecord;
  given: readonly ImportedFields[];
  named: FileCurrencies;
  now: Date;
}

/** The batch with the currency of its file, which it keeps once a call has named one. */
const withCurrency = (batch: ImportRecord, ofBatch: string | null): ImportRecord =>
  ofBatch === null || batch.currency !== undefined ? batch : { ...batch, currency: ofBatch };

async function add(
  data: Lookup,
  { batch: present, isNew }: Batch,
  { user, given, named, now }: Addition,
): Promise<Decision<Imported>> {
  const ofRows = new Set(given.flatMap(({ currency }) => currency ?? []));
  const settled = settleFile(data, user, named, ofRows);
  const batch = withCurrency(present, settled.ofBatch);
  const { expenses, gone } = await plan(data, batch, { given, settled }, now);
  const created = expenses.flatMap((row) => (row.isNew ? row.record : []));
  const { newHome } = settled;
  const result = {
    batch,
    isNew,
    expenses,
    spent: spentIn(created, toHomeBy([...data.rates.list(user.id)])),
    home: newHome ?? user.homeCurrency,
    isHomeNew: newHome !== undefined,
  };
  const isBatchNew = isNew || batch !== present;
  if (!isBatchNew && newHome === undefined && created.length === 0) return { result };
  const change = {
    put: {
      ...(newHome !== undefined && { users: [{ ...user, homeCurrency: newHome }] }),
      ...(isBatchNew && { imports: [batch] }),
      ...(created.length > 0 && { expenses: created }),
    },
    ...(gone.length > 0 && { remove: { expenses: gone } }),
  };
  return { change, result };
}

/** The number of expenses in each batch, by the batch's id. */
function countImported(expenses: Iterable<ExpenseRecord>, now: Date): Map<number, number> {
  const oldest = oldestKept(now);
  const counts = new Map<number, number>();
  for (const expense of expenses) {
    const { importId } = expense;
    if (importId === undefined || isGone(expense, oldest)) continue;
    counts.set(importId, (counts.get(importId) ?? 0) + 1);
  }
  return counts;
}

/** The batches of imported expenses in a JSON database. */
export function jsonImports(database: Database, clock: () => Date): Imports {
  const list: Imports["list"] = async (userId) => {
    const { imports, expenses } = await database.current();
    const counts = countImported(expenses.list(userId), clock());
    return imports.list(userId).map((batch) => ({ ...batch, count: counts.get(batch.id) ?? 0 }));
  };

  return {
    list,

    find: async (userId, id) => (await list(userId)).find((batch) => batch.id === id),

    has: async (userId, id) => (await database.current()).imports.find(userId, id) !== undefined,

    add: (userId, fields, given, named = nothingNamed) =>
      database.change((data) => {
        const user = data.userById(userId);
        if (!user) throw new UserGone();
        const now = clock();
        const existing = data.imports.findHolder(userId, fields);
        const { source, externalId } = fields;
        const id = data.imports.nextId;
        const batch = existing ?? { id, source, externalId, userId, createdAt: now.toISOString() };
        const addition = { user, given, named, now };
        return add(data, { batch, isNew: existing === undefined }, addition);
      }),

    addTo: (userId, id, given, named = nothingNamed) =>
      database.change<Imported | undefined>((data) => {
        const user = data.userById(userId);
        const batch = data.imports.find(userId, id);
        if (!user || !batch) return { result: undefined };
        return add(data, { batch, isNew: false }, { user, given, named, now: clock() });
      }),

    revert: (userId, id) =>
      database.change<number | undefined>((data) => {
        if (!data.imports.find(userId, id)) return { result: undefined };
        const result = countImported(data.expenses.list(userId), clock()).get(id) ?? 0;
        return { change: { remove: { imports: [{ userId, id }] } }, result };
      }),
  };
}
