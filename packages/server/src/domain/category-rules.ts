/** The rules by which a user's categories are made, changed and removed. */
import {
  categoryKeyFor,
  type FieldErrors,
  InvalidFields,
  maxOwnCategories,
  notAValidChoice,
} from "@outlay/shared";
import type { Category, CategoryFields, CategoryTree } from "./category-tree.ts";
import { type CategoryUses, isUsed, usesText } from "./category-uses.ts";
import { notFound } from "./refusal.ts";

/** A new category as a user describes it. */
export interface NewCategory extends CategoryChanges {
  name: string;
}

/** The fields of a category to change, or to set. */
export interface CategoryChanges {
  /** For a new category, it is made from the name if it is undefined. */
  key?: string | undefined;
  name?: string | undefined;
  /** The key of the category that it belongs to. */
  parent?: string | null | undefined;
  archived?: boolean | undefined;
}

/** Names the category that a name or a key belongs to already. */
const taken = ({ key, name }: Category): string =>
  key === name
    ? `There is a category ${key} already.`
    : `There is a category "${name}" with the key ${key} already.`;

/** Collects the faults of a body's fields. */
class Faults {
  readonly #faults: FieldErrors = {};

  add(field: string, fault: string | undefined): void {
    if (fault !== undefined) this.#faults[field] = [fault];
  }

  /** @throws InvalidFields if there are any */
  check(): void {
    if (Object.keys(this.#faults).length > 0) throw new InvalidFields(this.#faults);
  }
}

function nameFault(tree: CategoryTree, key: string, name: string): string | undefined {
  const holder = tree.holderOf(name, key);
  return holder && taken(holder);
}

const parentFault = (tree: CategoryTree, key: string, parent: string | null | undefined) =>
  parent == null ? undefined : tree.parentFault(key, parent);

/**
 * Returns the fields of a new category.
 * @throws InvalidFields
 */
export function newCategory(tree: CategoryTree, given: NewCategory): CategoryFields {
  const { name, parent = null, archived: isArchived = false } = given;
  if (tree.all.filter(({ isBuiltIn }) => !isBuiltIn).length >= maxOwnCategories) {
    const message = `There can be no more than ${maxOwnCategories} categories of your own.`;
    throw new InvalidFields({ non_field_errors: [message] });
  }
  const key = given.key ?? categoryKeyFor(name);
  if (key === undefined) throw new InvalidFields({ key: ["This field is required."] });
  const faults = new Faults();
  const holder = tree.find(key) ?? tree.holderOf(key, "");
  if (given.key === undefined) {
    const named = tree.holderOf(name, "");
    const hint = `${holder && taken(holder)} Give another "key" than the one made from the name.`;
    if (named) faults.add("name", taken(named));
    else faults.add("key", holder && hint);
  } else {
    faults.add("key", holder && taken(holder));
    faults.add("name", nameFault(tree, key, name));
  }
  faults.add("parent", parentFault(tree, key, parent));
  faults.check();
  return { key, name, parent, isArchived };
}

/**
 * Returns the fields of a changed category.
 * @throws Refusal not_found, InvalidFields
 */
export function changedCategory(
  tree: CategoryTree,
  key: string,
  changes: CategoryChanges,
): CategoryFields {
  const current = tree.find(key);
  if (!current) throw notFound();
  const { name = current.name, parent = current.parent, archived } = changes;
  const faults = new Faults();
  if (changes.key !== undefined && changes.key !== key) {
    faults.add("key", "The key of a category can't be changed. Change its name instead.");
  }
  faults.add("name", nameFault(tree, key, name));
  faults.add("parent", parentFault(tree, key, parent));
  faults.check();
  return { key, name, parent, isArchived: archived ?? current.isArchived };
}

/**
 * Decides whether a category can be removed.
 * @param moveTo the key of the category that gets its records
 * @throws Refusal not_found, InvalidFields
 */
export function checkRemoval(
  tree: CategoryTree,
  { key, moveTo }: { key: string; moveTo: string | null },
  uses: CategoryUses,
): void {
  const category = tree.find(key);
  if (!category) throw notFound();
  if (category.isBuiltIn) {
    const message = `${key} is built in and can't be removed. It can be renamed and archived.`;
    throw new InvalidFields({ non_field_errors: [message] });
  }
  if (moveTo === null) {
    if (!isUsed(uses)) return;
    const message =
      `${key} is used by ${usesText(uses)}, those in the trash included. ` +
      "Name the category that they move to with move_to.";
    throw new InvalidFields({ non_field_errors: [message] });
  }
  const target = tree.find(moveTo);
  if (!target || !tree.isForExpenses(moveTo) || moveTo === key) {
    throw new InvalidFields({ move_to: [notAValidChoice(moveTo)] });
  }
  if (uses.categories === 0 || target.parent === null || target.parent === key) return;
  const message =
    `${key} has categories of its own, which can't belong to ${moveTo}, because it belongs to ` +
    `${target.parent}.`;
  throw new InvalidFields({ move_to: [message] });
}
