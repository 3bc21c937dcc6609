/** The categories of a user: the built-in ones, and those of the user's own. */
import { builtInKeys, caseless, savingsCategory } from "@outlay/shared";
import type { CategoryRecord } from "./category.ts";

type StoredCategory = Pick<CategoryRecord, "key" | "name" | "parent" | "isArchived">;

export interface Category extends StoredCategory {
  isBuiltIn: boolean;
}

/** The fields of a category that a user sets. */
export type CategoryFields = StoredCategory;

/** A built-in category as it is until the user renames or archives it. */
const builtIn = (key: string): Category => ({
  key,
  name: key,
  parent: null,
  isArchived: false,
  isBuiltIn: true,
});

const isBuiltInKey = (key: string): boolean => builtInKeys.includes(key);

export const categoryOf = ({ key, name, parent, isArchived }: StoredCategory): Category => ({
  key,
  name,
  parent,
  isArchived,
  isBuiltIn: isBuiltInKey(key),
});

/** The categories that a query names. */
export interface NamedCategories {
  category: readonly string[];
  category_only: readonly string[];
}

export class CategoryTree {
  /** The built-in categories in their order, and then the user's own, by age. */
  readonly all: readonly Category[];
  readonly #byKey: ReadonlyMap<string, Category>;

  /** @param records what the user has set, by id: own categories, and changes of built-in ones */
  constructor(records: Iterable<StoredCategory>) {
    const changed = new Map<string, Category>();
    const own: Category[] = [];
    for (const record of records) {
      const category = categoryOf(record);
      if (category.isBuiltIn) changed.set(category.key, category);
      else own.push(category);
    }
    this.all = [...builtInKeys.map((key) => changed.get(key) ?? builtIn(key)), ...own];
    this.#byKey = new Map(this.all.map((category) => [category.key, category]));
  }

  /** All keys in the order of lists. */
  get keys(): readonly string[] {
    return this.all.map(({ key }) => key);
  }

  find(key: string): Category | undefined {
    return this.#byKey.get(key);
  }

  /** Whether budgets can have a category. */
  has(key: string): boolean {
    return this.#byKey.has(key);
  }

  /** Whether expenses can have a category. */
  isForExpenses(key: string): boolean {
    return key !== savingsCategory && this.#byKey.has(key);
  }

  /** The key of the category that a category belongs to; null if there is none. */
  parentOf(key: string): string | null {
    return this.#byKey.get(key)?.parent ?? null;
  }

  /** The keys of the categories below a category. */
  childrenOf(key: string): readonly string[] {
    return this.all.filter(({ parent }) => parent === key).map((child) => child.key);
  }

  /** Returns categories and all below them, each once. */
  withChildren(keys: readonly string[]): readonly string[] {
    return [...new Set(keys.flatMap((key) => [key, ...this.childrenOf(key)]))];
  }

  /**
   * Returns the keys of the categories that a query names.
   * @param named keys that stand for the categories below them too, and keys that stand for themselves
   * @returns an empty list if it names none
   */
  meant(named: NamedCategories): readonly string[] {
    return [...new Set([...this.withChildren(named.category), ...named.category_only])];
  }

  /**
   * Finds another category that a name or a key belongs to. Names and keys are unique together, in any case.
   * @param except the key of the category that may have the text
   */
  holderOf(text: string, except: string): Category | undefined {
    const wanted = caseless(text);
    return this.all.find(
      ({ key, name }) => key !== except && (key === wanted || caseless(name) === wanted),
    );
  }

  /**
   * Checks whether a category can belong to another one.
   * @returns the reason why it can't be
   */
  parentFault(key: string, parent: string): string | undefined {
    const above = this.find(parent);
    if (!above || !this.isForExpenses(parent)) return `"${parent}" is not a valid choice.`;
    if (isBuiltInKey(key)) return "A built-in category can't belong to another one.";
    if (parent === key) return "A category can't belong to itself.";
    if (above.parent !== null)
      return `${parent} belongs to ${above.parent}, so it can't have categories of its own.`;
    const [child] = this.childrenOf(key);
    return child === undefined
      ? undefined
      : `${key} has categories of its own, such as ${child}, so it can't belong to another one.`;
  }
}
