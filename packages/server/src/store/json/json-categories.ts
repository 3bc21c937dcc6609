import type { CategoryRecord } from "../../domain/category.ts";
import { CategoryTree } from "../../domain/category-tree.ts";
import type { Categories, RemovedCategory } from "../store.ts";
import { UserGone } from "../store-errors.ts";
import type { Decision } from "./engine/call.ts";
import type { Database } from "./engine/database.ts";
import type { Lookup } from "./memory/state.ts";
import { gatherUses, movingChange } from "./move-category.ts";

const recordsOf = (data: Pick<Lookup, "categories">, userId: number): CategoryRecord[] =>
  [...data.categories.list(userId)].toSorted((one, other) => one.id - other.id);

/** The categories in a JSON database. */
export function jsonCategories(database: Database, clock: () => Date): Categories {
  return {
    list: async (userId) => (await database.current()).categories.list(userId),

    put: (userId, decide) =>
      database.change((data) => {
        if (!data.userById(userId)) throw new UserGone();
        const fields = decide(new CategoryTree(recordsOf(data, userId)));
        const present = data.categories.findHolder(userId, fields);
        const now = clock().toISOString();
        const record: CategoryRecord = {
          ...present,
          id: present?.id ?? data.categories.nextId,
          userId,
          createdAt: present?.createdAt ?? now,
          updatedAt: now,
          ...fields,
        };
        return { change: { put: { categories: [record] } }, result: record };
      }),

    remove: (userId, key, moveTo, decide) =>
      database.change(async (data): Promise<Decision<RemovedCategory>> => {
        const now = clock();
        const tree = new CategoryTree(recordsOf(data, userId));
        const uses = await gatherUses(data, { userId, key }, now);
        decide(tree, uses.counts);
        const present = data.categories.findHolder(userId, { key });
        // A category without a record is built in, which `decide` refuses.
        if (!present) throw new Error(`The category ${key} has no record.`);
        const remove = { categories: [{ userId, id: present.id }] };
        if (moveTo === null || !uses.isAny) {
          const result = { moved: uses.counts, changeId: null };
          return { change: { remove }, result };
        }
        const { put, changeId } = await movingChange(data, uses, { removed: present, moveTo }, now);
        return { change: { put, remove }, result: { moved: uses.counts, changeId } };
      }),
  };
}
