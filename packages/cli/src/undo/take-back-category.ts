/** Undoes a change of categories, if they haven't been changed since. */
import { counted } from "@outlay/shared";
import { revertExpenseChange } from "../api/expense-changes.ts";
import type { Connection } from "../connection.ts";
import { CliError } from "../errors/cli-error.ts";
import { printable } from "../terminal/printable.ts";
import type { ChangeOf } from "./change.ts";
import { gone, refusal, type TakenBack, unlessGone } from "./taken-back.ts";

type CategoryChange = ChangeOf<"category-add" | "category-edit" | "category-rm">;

const isRefused = (error: unknown): error is CliError =>
  error instanceof CliError && error.code === "invalid";

/** Removes new categories, those below others first. */
async function removeAgain(
  { categories }: Connection,
  change: ChangeOf<"category-add">,
): Promise<TakenBack> {
  const removed: { key: string; name: string }[] = [];
  for (const category of change.categories.toReversed()) {
    try {
      await unlessGone(categories.remove(category.key, undefined), change);
    } catch (error) {
      if (!isRefused(error)) throw error;
      throw refusal("changed_since", `${category.name} is in use since then. ${error.message}`);
    }
    removed.push(category);
  }
  return { value: removed, lines: removed.map(({ name }) => printable(`category ${name}`)) };
}

async function changeBack(
  { categories }: Connection,
  change: ChangeOf<"category-edit">,
): Promise<TakenBack> {
  const { key, name, former, set } = change;
  const current = (await categories.known()).find(key);
  if (!current) throw gone(change, ", because it no longer exists");
  const values: Record<string, unknown> = { ...current };
  if (Object.entries(set).some(([field, value]) => values[field] !== value)) {
    throw refusal(
      "changed_since",
      `Since then, category ${name} was changed again, so the earlier values are not restored.`,
      "See it with: outlay category list",
    );
  }
  const value = await categories.change(key, former);
  return { value, lines: [printable(`the change of category ${name}`)] };
}

/** Reverts the moving of records, with which the server makes their category again. */
async function revertMove({ send }: Connection, changeId: number): Promise<string[]> {
  const { reverted, kept } = await revertExpenseChange(send, changeId);
  const stay = kept === 0 ? "" : `; ${counted(kept, "record")} changed since stay where they are`;
  return [`the moving of ${counted(reverted, "record")}${stay}`];
}

/** Makes a category again, with the records that it had. */
async function makeAgain(
  connection: Connection,
  change: ChangeOf<"category-rm">,
): Promise<TakenBack> {
  const { key, name, parent, archived, changeId } = change;
  const { categories } = connection;
  try {
    const moved =
      changeId === null ? [] : await unlessGone(revertMove(connection, changeId), change);
    const value =
      changeId === null
        ? await categories.create({ key, name, parent, archived })
        : (await categories.known()).find(key);
    return { value, lines: [printable(`the removal of category ${name}`), ...moved] };
  } catch (error) {
    if (!isRefused(error)) throw error;
    throw refusal("changed_since", `Category ${name} can't be made again: ${error.message}`);
  }
}

/** @throws CliError not_found, changed_since */
export function takeBackCategory(
  connection: Connection,
  change: CategoryChange,
): Promise<TakenBack> {
  if (change.did === "category-add") return removeAgain(connection, change);
  if (change.did === "category-edit") return changeBack(connection, change);
  return makeAgain(connection, change);
}
