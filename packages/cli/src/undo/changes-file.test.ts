import { describe, expect, it } from "vitest";
import { newFolder } from "@outlay/testing";
import type { Change } from "./change.ts";
import { changesFile, keptChanges } from "./changes-file.ts";

const ada = { server: "https://example.org", user: "ada" };
const createdAt = "2026-11-22T12:00:00.000Z";
const added = (id: number): Change => ({ did: "add", kind: "expense", id, createdAt });
const imported = (id: number, expenseCount: number): Change => ({
  did: "import",
  id,
  createdAt,
  source: "bank.csv",
  expenseCount,
});

async function changesOf(put: readonly Change[]): Promise<Change[]> {
  const file = changesFile(await newFolder());
  for (const change of put) await file.put(ada, change);
  return (await file.of(ada)).map(({ change }) => change);
}

describe("the stored changes", () => {
  it("are the last twenty of each user on each server", async () => {
    const file = changesFile(await newFolder());
    const others = [
      { ...ada, user: "grace" },
      { ...ada, server: "local" },
    ];
    for (const other of others) await file.put(other, added(1));
    for (let id = 1; id <= keptChanges + 2; id += 1) await file.put(ada, added(id));
    const ids = (await file.of(ada)).map(({ change }) => change.did === "add" && change.id);
    expect(ids).toEqual(Array.from({ length: keptChanges }, (_, index) => index + 3));
    for (const other of others) expect(await file.of(other)).toHaveLength(1);
  });

  it("drop an interrupted import once it is completed", async () => {
    const open: Change = { did: "unsure", doing: "importing bank.csv" };
    const other: Change = { did: "unsure", doing: "importing other.csv" };
    expect(await changesOf([open, imported(1, 3)])).toEqual([imported(1, 3)]);
    expect(await changesOf([imported(1, 3), open, imported(1, 4)])).toEqual([imported(1, 7)]);
    expect(await changesOf([other, imported(1, 3), open])).toEqual([other, imported(1, 3), open]);
  });

  it("contain an import in several parts as one change", async () => {
    expect(await changesOf([imported(1, 5000), imported(1, 200)])).toEqual([imported(1, 5200)]);
    expect(await changesOf([imported(1, 3), imported(2, 4)])).toHaveLength(2);
    expect(await changesOf([imported(1, 3), added(7), imported(1, 4)])).toHaveLength(3);
  });

  it("contain no reverted import", async () => {
    const revert: Change = { did: "revert", id: 1, source: "bank.csv" };
    expect(await changesOf([imported(1, 3), imported(2, 3), revert])).toEqual([
      imported(2, 3),
      revert,
    ]);
  });

  it("are removed with their server", async () => {
    const file = changesFile(await newFolder());
    await file.put(ada, added(1));
    await file.put({ ...ada, server: "local" }, added(2));
    await file.dropServer(ada.server);
    expect(await file.of(ada)).toEqual([]);
    expect(await file.of({ ...ada, server: "local" })).toHaveLength(1);
  });
});
