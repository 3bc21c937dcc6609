import { describe, expect, it, onTestFinished, vi } from "vitest";
import { newFolder } from "@outlay/testing";
import { bankFile, fromBank, lunch, openTestStore } from "../../testing/test-store.ts";

describe("an import of many expenses", () => {
  it("gives others their turns while it is decided, and goes by the data of its own turn", async () => {
    const done: string[] = [];
    const whenDeciding: (() => void)[] = [];
    const clock = () => {
      whenDeciding.pop()?.();
      return new Date();
    };
    const store = await openTestStore({ folder: await newFolder(), clock });
    await store.users.create("ada", "hash");
    const rows = fromBank("bank-1", "bank-2", "bank-3");
    const lastRow = {
      ...lunch,
      get externalId() {
        done.push("the last row");
        return "bank-1";
      },
    };
    let typed: Promise<unknown> | undefined;
    whenDeciding.push(() => {
      setImmediate(() => done.push("another request"));
      typed = store.expenses.create(1, { ...lunch, externalId: "bank-2" });
    });
    // Each look at the clock finds that a turn has lasted long enough.
    let nowMs = performance.now();
    const spy = vi.spyOn(performance, "now").mockImplementation(() => (nowMs += 5));
    onTestFinished(() => spy.mockRestore());

    const imported = await store.imports.add(1, bankFile, [...rows, lastRow]);

    expect(done.slice(0, 2)).toEqual(["another request", "the last row"]);
    expect(imported?.expenses.map(({ record, isNew }) => [record.id, isNew])).toEqual([
      [1, true],
      [2, true],
      [3, true],
      [1, false],
    ]);
    expect(await typed).toMatchObject({ isNew: false, record: { id: 2 } });
  });
});
