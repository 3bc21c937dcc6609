import { expect, it } from "vitest";
import type { ImportedFields } from "../../domain/import-batch.ts";
import { bankFile, fromBank, lunch, type OpenStore, outcomes } from "./store-under-test.ts";

/** An expense of a bank's file that may have been recorded under other external ids before. */
const knownAs = (externalId: string | null, ...others: string[]): ImportedFields => ({
  ...lunch,
  externalId,
  knownAs: others,
});

export function knownAsSuite(open: OpenStore): void {
  it("recognizes an expense by an earlier external id, even in the trash and in the same call", async () => {
    const { store, reopen } = await open();
    const { id: userId } = await store.users.create("ada", "hash");
    const { id: other } = await store.users.create("grace", "hash");
    for (const fields of fromBank("here", "trashed")) await store.expenses.create(userId, fields);
    await store.expenses.create(other, { ...lunch, externalId: "grace's" });
    await store.expenses.remove(userId, 2);
    const given = [
      knownAs("a", "nobody", "here"),
      knownAs("b", "trashed"),
      knownAs("c", "grace's"),
      knownAs("d", "c"),
      knownAs(null, "c"),
      knownAs("d"),
      // Its present external id takes precedence over the earlier ones.
      knownAs("here", "trashed"),
    ];

    const imported = await store.imports.add(userId, bankFile, given);

    const results = [
      [1, false],
      [2, false],
      [4, true],
      [4, false],
      [4, false],
      [5, true],
      [1, false],
    ];
    expect(outcomes(imported)).toEqual(results);
    const again = await reopen();
    for (const now of [store, again]) {
      expect(await now.expenses.list(userId)).toMatchObject([
        { externalId: "here" },
        { externalId: "c" },
        { externalId: "d" },
      ]);
      expect(await now.expenses.find(userId, 4)).not.toHaveProperty("knownAs");
    }
    // Nothing is found by its earlier ids.
    expect(outcomes(await again.imports.addTo(userId, 1, fromBank("c", "nobody")))).toEqual([
      [4, false],
      [6, true],
    ]);
  });

  it("forgets the earlier external ids of typed expenses that have been in the trash for too long", async () => {
    const { store, passDays } = await open();
    const { id: userId } = await store.users.create("ada", "hash");
    for (const fields of fromBank("gone", "here")) await store.expenses.create(userId, fields);
    await store.expenses.remove(userId, 1);
    passDays(31);
    const given = [knownAs("gone", "here"), knownAs("new", "gone")];
    expect(outcomes(await store.imports.add(userId, bankFile, given))).toEqual([
      [2, false],
      [3, true],
    ]);
  });

  it("records one expense for two simultaneous calls that know it by each other's external ids", async () => {
    const { store } = await open();
    const { id: userId } = await store.users.create("ada", "hash");
    const [one, other] = await Promise.all([
      store.imports.add(userId, bankFile, [knownAs("old", "new")]),
      store.imports.add(userId, bankFile, [knownAs("new", "old")]),
    ]);
    expect([outcomes(one), outcomes(other)]).toEqual([[[1, true]], [[1, false]]]);
    expect(await store.expenses.list(userId)).toMatchObject([{ id: 1, externalId: "old" }]);
  });
}
