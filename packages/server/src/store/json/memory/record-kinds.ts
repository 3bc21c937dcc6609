/**
 * The properties of all kinds of records that belong to users. Their lists in snapshots and changes,
 * their tables in memory, their counters and limits follow from this table: another kind needs an
 * entry here and one among the types.
 */
import type { Instant } from "../../../domain/instant.ts";
import type { FieldsOf, KeptRecord, KindName, RecordOf } from "../journal/record-types.ts";
import { tallyGroup } from "./tally.ts";
import { isGone, isOver } from "./trash.ts";
import type { RecordKind } from "./user-records.ts";
import {
  budgetWeight,
  categoryWeight,
  changeWeight,
  expenseWeight,
  importWeight,
  keptWeight,
  keyWeight,
  rateWeight,
  removedRowWeight,
} from "./weight.ts";

export interface KindOf<Fields, Item> extends RecordKind<Fields> {
  /** The first snapshot format with a list of them. */
  since: number;
  /** The name of the kind in the operator's figures. */
  figure: string;
  /** The memory that a record takes, in bytes. */
  weigh: (record: Item) => number;
  /** The group in which a record is counted, if this kind is counted. */
  tallied?: (record: Item) => string | null;
  /**
   * Whether the next fold leaves a record out.
   * @param oldest as returned by `oldestKept`
   */
  isGone?: (record: Item, oldest: Instant) => boolean;
  /** Whether the store makes them by itself, so that no account's limit counts them. */
  isUnlimited?: true;
  /** Whether a snapshot's records stay unread until they are needed: there may be very many. */
  isReadOnDemand?: true;
}

const withoutExternalId = { externalId: () => null };

/** The kinds of which this version stores what a later one wrote. */
const kept: KindOf<object, KeptRecord> = {
  ...withoutExternalId,
  since: 5,
  figure: "",
  weigh: keptWeight,
};

/** By the names of their lists, in the order of the file. */
export const recordKinds: { [Name in KindName]: KindOf<FieldsOf<Name>, RecordOf<Name>> } = {
  expenses: {
    since: 2,
    figure: "expense",
    externalId: ({ externalId }) => externalId,
    day: ({ spentOn }) => spentOn,
    weigh: expenseWeight,
    tallied: (expense) => (expense.deletedAt === null ? tallyGroup(expense) : null),
    isGone,
    isReadOnDemand: true,
  },
  budgets: {
    since: 2,
    figure: "budget",
    externalId: ({ externalId }) => externalId ?? null,
    weigh: budgetWeight,
    isGone,
  },
  imports: {
    since: 3,
    figure: "import",
    externalId: ({ externalId }) => externalId,
    weigh: importWeight,
  },
  apiKeys: { ...withoutExternalId, since: 4, figure: "api_key", weigh: keyWeight },
  categories: {
    since: 5,
    figure: "category",
    externalId: ({ key }) => key,
    weigh: categoryWeight,
  },
  rates: {
    since: 5,
    figure: "rate",
    externalId: ({ currency, day }) => `${currency} ${day}`,
    weigh: rateWeight,
  },
  changes: {
    ...withoutExternalId,
    since: 5,
    figure: "change",
    weigh: changeWeight,
    isGone: isOver,
    isUnlimited: true,
  },
  removedRows: {
    since: 5,
    figure: "removed_row",
    externalId: ({ externalId }) => externalId,
    weigh: removedRowWeight,
    isUnlimited: true,
    isReadOnDemand: true,
  },
  rules: { ...kept, figure: "rule" },
  importFormats: { ...kept, figure: "import_format" },
  recurring: { ...kept, figure: "recurring" },
  logins: { ...kept, figure: "login" },
};

export const kindNames = Object.keys(recordKinds) as readonly KindName[];

export type NumberedKind = Exclude<KindName, "removedRows">;

/** The kinds with ids of their own; removed rows have those of their expenses. */
export const numberedKinds: readonly NumberedKind[] = kindNames.filter(
  (name) => name !== "removedRows",
);

/** Makes a value for each kind. */
export const forEachKind = <Value>(make: (name: KindName) => Value): Record<KindName, Value> =>
  Object.fromEntries(kindNames.map((name) => [name, make(name)])) as Record<KindName, Value>;
