/** The categories that a command knows of, and the words that stand for them. */
import { builtInKeys, caseless, categoryKeyFor, isForExpenses } from "@outlay/shared";
import { wordText } from "../api/received/open-object.ts";

export interface KnownCategory {
  key: string;
  name: string;
  parent: string | null;
  archived: boolean;
  builtin: boolean;
}

/** Expenses have no category for savings; budgets can have any. */
export type CategoryUse = "expense" | "budget";

const builtIn = (key: string): KnownCategory => ({
  key,
  name: key,
  parent: null,
  archived: false,
  builtin: true,
});

const isFor = (use: CategoryUse, { key }: KnownCategory) => use === "budget" || isForExpenses(key);

/** Returns the key of a built-in category that is written out; no server need be asked for it. */
export function wholeBuiltIn(word: string, use: CategoryUse): string | undefined {
  const key = word.trim().toUpperCase();
  const isKnown = builtInKeys.includes(key) && isFor(use, builtIn(key));
  return isKnown ? key : undefined;
}

export class KnownCategories {
  /** The built-in categories first, and then those of the user's own. */
  readonly all: readonly KnownCategory[];
  readonly #byKey: ReadonlyMap<string, KnownCategory>;

  constructor(all: readonly KnownCategory[]) {
    this.all = all;
    this.#byKey = new Map(all.map((category) => [category.key, category]));
  }

  /** Knows only the built-in categories, like a server of an earlier version. */
  static builtIn(): KnownCategories {
    return new KnownCategories(builtInKeys.map(builtIn));
  }

  get hasOwn(): boolean {
    return this.all.some(({ builtin }) => !builtin);
  }

  find(key: string): KnownCategory | undefined {
    return this.#byKey.get(key);
  }

  /** The categories to choose from. */
  offered(use: CategoryUse): readonly KnownCategory[] {
    return this.all.filter((category) => !category.archived && isFor(use, category));
  }

  /** The name to show for a key, also for one that isn't known. */
  label(key: string | null): string {
    return key === null ? wordText(null) : (this.#byKey.get(key)?.name ?? key);
  }

  /** The key of the category that a category belongs to; null if there is none. */
  parentOf(key: string | null): string | null {
    return key === null ? null : (this.#byKey.get(key)?.parent ?? null);
  }

  /** Finds the category whose key or name is written out. */
  whole(word: string, use: CategoryUse): KnownCategory | undefined {
    const wanted = caseless(word.trim());
    const written = this.all.find(
      (category) =>
        isFor(use, category) && (category.key === wanted || caseless(category.name) === wanted),
    );
    if (written || wanted === "") return written;
    const made = categoryKeyFor(word);
    return this.all.find((category) => isFor(use, category) && category.key === made);
  }

  /**
   * Finds the categories that a word can stand for: the one that is written out, or else those that begin with it. A
   * built-in one comes before others, and an archived one is meant only if no other is.
   */
  meant(word: string, use: CategoryUse): readonly KnownCategory[] {
    const whole = this.whole(word, use);
    if (whole) return [whole];
    const wanted = caseless(word.trim());
    if (wanted === "") return [];
    const begun = this.all.filter(
      (category) =>
        isFor(use, category) &&
        (category.key.startsWith(wanted) || caseless(category.name).startsWith(wanted)),
    );
    const offered = begun.filter(({ archived }) => !archived);
    const candidates = offered.length > 0 ? offered : begun;
    const builtIns = candidates.filter(({ builtin }) => builtin);
    return builtIns.length > 0 ? builtIns : candidates;
  }
}
