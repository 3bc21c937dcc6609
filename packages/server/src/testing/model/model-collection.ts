/** The records of one kind as a list in memory, looked through from end to end. */
import { type Stored, trashDays } from "../../domain/records.ts";

const trashMs = trashDays * 24 * 60 * 60 * 1000;

/** The result of a call, or the name of the error that refuses it. */
export type Outcome = { refused: string } | { result: unknown };

/** The model that a collection is part of. */
interface Surroundings {
  now: number;
  instant: string;
  hasUser: (id: number) => boolean;
}

export class ModelCollection<Fields> {
  nextId = 1;
  records: Stored<Fields>[] = [];
  readonly #model: Surroundings;
  readonly #externalId: (fields: Fields) => string | null;

  constructor(model: Surroundings, externalId: (fields: Fields) => string | null) {
    this.#model = model;
    this.#externalId = externalId;
  }

  kept(userId: number): Stored<Fields>[] {
    const oldest = new Date(this.#model.now - trashMs).toISOString();
    return this.records.filter(
      (record) =>
        record.userId === userId && (record.deletedAt === null || record.deletedAt >= oldest),
    );
  }

  #holder(userId: number, fields: Fields): Stored<Fields> | undefined {
    const externalId = this.#externalId(fields);
    if (externalId === null) return undefined;
    // The last of the records that had it; the earlier ones are gone.
    return this.kept(userId).findLast((record) => this.#externalId(record) === externalId);
  }

  /** The imported record that is gone for good and had one of these external ids. */
  #removedRow(userId: number, given: readonly Fields[]): Stored<Fields> | undefined {
    const kept = new Set(this.kept(userId));
    const gone = this.records.filter(
      (record) => record.userId === userId && record.importId !== undefined && !kept.has(record),
    );
    const [first] = given.flatMap((fields) => {
      const externalId = this.#externalId(fields);
      if (externalId === null) return [];
      return gone.findLast((record) => this.#externalId(record) === externalId) ?? [];
    });
    return first;
  }

  #replace(before: Stored<Fields>, after: Stored<Fields>): Stored<Fields> {
    this.records = this.records.map((record) => (record === before ? after : record));
    return after;
  }

  list(userId: number): Stored<Fields>[] {
    return this.kept(userId).filter(({ deletedAt }) => deletedAt === null);
  }

  listRemoved(userId: number): Stored<Fields>[] {
    return this.kept(userId).filter(({ deletedAt }) => deletedAt !== null);
  }

  find(userId: number, id: number): Stored<Fields> | undefined {
    return this.list(userId).find((record) => record.id === id);
  }

  create(userId: number, fields: Fields): Outcome {
    if (!this.#model.hasUser(userId)) return { refused: "UserGone" };
    return { result: this.add(userId, fields) };
  }

  /** @param others fields with the external ids that it may have had before */
  add(
    userId: number,
    fields: Fields,
    importId?: number,
    others: readonly Fields[] = [],
  ): { record: object; isNew: boolean } {
    const [existing] = [fields, ...others].flatMap((each) => this.#holder(userId, each) ?? []);
    if (existing) return { record: existing, isNew: false };
    const row = importId === undefined ? undefined : this.#removedRow(userId, [fields, ...others]);
    if (row) return { record: { id: row.id }, isNew: false };
    const now = this.#model.instant;
    const keys = { id: this.nextId, userId, createdAt: now, updatedAt: now, deletedAt: null };
    const record = { ...fields, ...keys, importId };
    this.records.push(record);
    this.nextId += 1;
    return { record, isNew: true };
  }

  update(userId: number, id: number, changes: Partial<Fields>): Outcome {
    const current = this.find(userId, id);
    if (!current) return { result: undefined };
    const record = { ...current, ...changes, updatedAt: this.#model.instant };
    const holder = this.#holder(userId, record);
    if (holder && holder.id !== id) return { refused: "ExternalIdTaken" };
    return { result: this.#replace(current, record) };
  }

  remove(userId: number, id: number): Outcome {
    const current = this.find(userId, id);
    if (current) this.#replace(current, { ...current, deletedAt: this.#model.instant });
    return { result: current !== undefined };
  }

  restore(userId: number, id: number): Outcome {
    const removed = this.listRemoved(userId).find((record) => record.id === id);
    if (!removed) return { result: undefined };
    return { result: this.#replace(removed, { ...removed, deletedAt: null }) };
  }

  removeUser(userId: number): void {
    this.records = this.records.filter((record) => record.userId !== userId);
  }

  removeImport(importId: number): void {
    this.records = this.records.filter((record) => record.importId !== importId);
  }
}
