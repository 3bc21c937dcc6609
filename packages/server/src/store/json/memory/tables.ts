/** The tables of all kinds of records. */
import type { RecordName } from "../journal/change.ts";
import { ApiKeyTable } from "./api-key-table.ts";
import type { FieldsOf, KindName, RecordOf } from "../journal/record-types.ts";
import { forEachKind, type KindOf, recordKinds } from "./record-kinds.ts";
import { type RecordLookup, RecordTable } from "./record-table.ts";
import type { ListText } from "./unread-records.ts";

type TableOf<Fields, Item> = Item extends Fields & RecordName ? RecordTable<Fields, Item> : never;

export type Tables = {
  readonly [Name in Exclude<KindName, "apiKeys">]: TableOf<FieldsOf<Name>, RecordOf<Name>>;
} & { readonly apiKeys: ApiKeyTable };

export type Lookups = {
  readonly [Name in KindName]: RecordLookup<FieldsOf<Name>, RecordOf<Name>>;
};

/** A table of any kind, for work that is the same for all. */
export interface AnyTable {
  nextId: number;
  readonly size: number;
  readonly weight: number;
  list(userId: number): readonly RecordName[];
  find(userId: number, id: number): RecordName | undefined;
  weigh(record: RecordName): number;
  adopt(text: ListText<RecordName>): void;
  putAll(records: readonly RecordName[]): void;
  removeAll(names: readonly RecordName[]): void;
  deleteAll(gone: readonly RecordName[]): void;
  removeUser(userId: number): void;
  freeze(): readonly (readonly RecordName[])[];
  index(): void;
}

function newTable(name: KindName): unknown {
  if (name === "apiKeys") return new ApiKeyTable();
  const kind = recordKinds[name] as KindOf<object, RecordName>;
  return new RecordTable<object, RecordName>(kind, kind.weigh, kind.tallied);
}

/** An object with an empty table of each kind. */
export const EmptyTables = class {
  readonly tables: readonly unknown[];

  constructor() {
    const tables = forEachKind(newTable);
    Object.assign(this, tables);
    this.tables = Object.values(tables);
  }
} as unknown as new () => Tables & { readonly tables: readonly AnyTable[] };
