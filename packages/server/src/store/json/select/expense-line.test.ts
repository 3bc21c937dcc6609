import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { newFolder } from "@outlay/testing";
import { bankFile, fromBank, lunch, openTestStore } from "../../../testing/test-store.ts";
import { LineFacts } from "./expense-line.ts";

/** A line as data may contain it until somebody changes the expense. */
const formerLine =
  '{"id":1,"amountCents":1250,"description":"Lunch","category":"FOOD","spentOn":"2026-11-22","tags":["work"],"externalId":null,"userId":1,"createdAt":"2026-11-22T10:06:00.000Z","updatedAt":"2026-11-22T10:06:00.000Z","deletedAt":null}';

it("finds the facts for sums in each line of this and earlier versions, without parsing it", async () => {
  const folder = await newFolder();
  const store = await openTestStore({ folder });
  const { id } = await store.users.create("ada", "hash");
  await store.expenses.create(id, lunch);
  await store.imports.add(id, bankFile, fromBank("bank-1"));
  await store.close();

  const text = await readFile(join(folder, "outlay.json"), "utf8");
  const lines = text.split("\n").filter((line) => line.includes('"spentOn"'));
  const looked = [formerLine, ...lines].map((line) => new LineFacts().lookAt(line, 0));

  const { amountCents, category, spentOn, tags } = lunch;
  const facts = { amountCents, category, spentOn, tags };
  expect(looked).toMatchObject([1, 1, 2].map((number) => ({ id: number, ...facts })));
});
