import { expect, it } from "vitest";
import type { CategoryFields, CategoryTree } from "../../domain/category-tree.ts";
import type { CategoryUses } from "../../domain/category-uses.ts";
import type { Store } from "../store.ts";
import { food, fromBank, lunch, type OpenStore } from "./store-under-test.ts";

const rent = { key: "RENT", name: "Rent", parent: null, isArchived: false };
const flat = { ...rent, key: "FLAT", name: "Flat" };

const allowed = () => undefined;

/** Makes a category that must not be there yet. */
const decideOnce = (tree: CategoryTree) => {
  if (tree.has("RENT")) throw new Error("taken");
  return rent;
};

async function withCategories(open: OpenStore, ...categories: CategoryFields[]) {
  const under = await open();
  const { store } = under;
  const { id: userId } = await store.users.create("ada", "hash");
  for (const category of categories) await store.categories.put(userId, () => category);
  const spend = async (category: string, changes: object = {}) =>
    (await store.expenses.create(userId, { ...lunch, category, ...changes })).record;
  return { ...under, userId, spend };
}

const categoriesOf = async (store: Store, userId: number) =>
  (await store.expenses.list(userId)).map(({ category }) => category);

/** The tests of categories that every engine has to pass. */
export function categoriesSuite(open: OpenStore): void {
  it("keeps what a user sets, with the same id after a change, and forgets it with the user", async () => {
    const { store, userId, reopen } = await withCategories(open, rent, flat);
    const other = await store.users.create("eve", "hash");
    await store.categories.put(userId, () => ({ ...rent, name: "Miete", isArchived: true }));
    const all = await (await reopen()).categories.list(userId);
    expect(all).toMatchObject([
      { id: 1, key: "RENT", name: "Miete", isArchived: true },
      { id: 2, key: "FLAT", name: "Flat" },
    ]);
    expect(await store.categories.list(other.id)).toEqual([]);
  });

  it("decides by the categories of that moment, and changes nothing if that is refused", async () => {
    const { store, userId } = await withCategories(open);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 5 }, () => store.categories.put(userId, decideOnce)),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await store.categories.list(userId)).toHaveLength(1);
    await expect(store.categories.put(99, () => rent)).rejects.toMatchObject({ name: "UserGone" });
  });

  it("refuses records whose category was removed meanwhile", async () => {
    const { store, userId, spend } = await withCategories(open, rent);
    const { id } = await spend("FOOD");
    const [, created] = await Promise.allSettled([
      store.categories.remove(userId, "RENT", null, allowed),
      spend("RENT"),
    ]);
    expect(created).toMatchObject({ reason: { name: "CategoryUnknown", key: "RENT" } });
    await expect(
      store.expenses.update(userId, id, (now) => ({ ...now, category: "RENT" })),
    ).rejects.toMatchObject({ name: "CategoryUnknown" });
    await expect(
      store.changes.change(userId, { ids: [id] }, (now) => ({ ...now, category: "RENT" })),
    ).rejects.toMatchObject({ name: "CategoryUnknown" });
    await expect(store.budgets.create(userId, { ...food, category: "RENT" })).rejects.toMatchObject(
      { name: "CategoryUnknown" },
    );
    expect(await categoriesOf(store, userId)).toEqual(["FOOD"]);
  });

  it("files imported expenses of an unknown category as miscellaneous", async () => {
    const { store, userId } = await withCategories(open, rent);
    const rows = fromBank("a", "b", "c").map((row, index) => ({
      ...row,
      category: ["RENT", "Miete & mehr", "SAVINGS"][index] ?? null,
    }));
    const { expenses } = await store.imports.add(userId, { source: "x", externalId: null }, rows);
    expect(expenses.map((row) => "unknownCategory" in row && row.unknownCategory)).toEqual([
      false,
      "Miete & mehr",
      "SAVINGS",
    ]);
    expect(await categoriesOf(store, userId)).toEqual(["RENT", "MISCELLANEOUS", "MISCELLANEOUS"]);
  });

  it("moves all uses in one change, those in the trash too, and counts them before", async () => {
    const below = { ...flat, parent: "RENT" };
    const { store, userId, spend, reopen } = await withCategories(open, rent, below);
    await spend("RENT");
    const { id } = await spend("RENT");
    await store.expenses.remove(userId, id);
    await spend("FOOD");
    await store.budgets.create(userId, { ...food, category: "RENT" });
    const seen: CategoryUses[] = [];
    const moved = await store.categories.remove(userId, "RENT", "FOOD", (_, uses) => {
      seen.push(uses);
    });
    const uses = { expenses: 2, budgets: 1, categories: 1, recurring: 0, rules: 0 };
    expect(seen).toEqual([uses]);
    expect(moved).toEqual({ moved: uses, changeId: 1 });
    const again = await reopen();
    expect(await categoriesOf(again, userId)).toEqual(["FOOD", "FOOD"]);
    expect(await again.expenses.listRemoved(userId)).toMatchObject([{ category: "FOOD" }]);
    expect(await again.budgets.list(userId)).toMatchObject([{ category: "FOOD" }]);
    expect(await again.categories.list(userId)).toMatchObject([{ key: "FLAT", parent: "FOOD" }]);
  });

  it("counts nothing that has left the trash", async () => {
    const { store, userId, spend, passDays } = await withCategories(open, rent);
    const { id } = await spend("RENT");
    await store.expenses.remove(userId, id);
    passDays(31);
    const counts: number[] = [];
    await store.categories.remove(userId, "RENT", null, (_, { expenses }) => {
      counts.push(expenses);
    });
    expect(counts).toEqual([0]);
  });

  it("reverts a removal for what nobody changed since, and makes the category again", async () => {
    const { store, userId, spend, passDays } = await withCategories(open, rent, flat);
    await spend("RENT");
    const { id } = await spend("RENT");
    await store.categories.remove(userId, "RENT", "FLAT", allowed);
    passDays(1);
    await store.expenses.update(userId, id, (now) => ({ ...now, amountCents: 5 }));
    expect(await store.changes.revert(userId, 1)).toEqual({ reverted: 1, kept: 1 });
    expect(await categoriesOf(store, userId)).toEqual(["RENT", "FLAT"]);
    const keys = (await store.categories.list(userId)).map(({ key }) => key);
    expect(keys).toEqual(["FLAT", "RENT"]);
  });

  it("doesn't put records back into a category that has been removed since", async () => {
    const { store, userId, spend } = await withCategories(open, rent);
    const { id } = await spend("RENT");
    await store.changes.change(userId, { ids: [id] }, (now) => ({ ...now, category: "FOOD" }));
    await store.categories.remove(userId, "RENT", null, allowed);
    expect(await store.changes.revert(userId, 1)).toEqual({ reverted: 0, kept: 1 });
    expect(await categoriesOf(store, userId)).toEqual(["FOOD"]);
  });
}
