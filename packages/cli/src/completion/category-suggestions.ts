/** The user's categories, for a shell that asks while somebody types. */
import { categoryKeyFor } from "@outlay/shared";
import { categoriesApi } from "../categories/categories-api.ts";
import {
  type CategoryUse,
  KnownCategories,
  type KnownCategory,
} from "../categories/known-categories.ts";
import type { Cli } from "../cli.ts";
import { quietly } from "./quietly.ts";
import type { Fitting, Suggestion } from "./suggestion.ts";

/** A key is typed without quotes; a name in another script is completed as it is, if it is one word. */
function suggestion({ key, name }: KnownCategory): Suggestion {
  const isTyped = categoryKeyFor(name) === undefined && !/\s/u.test(name);
  const word = isTyped ? name : key.toLowerCase();
  return { word, about: name === key || name === word ? "" : name };
}

const suggestions = (categories: readonly KnownCategory[]): Fitting => ({
  words: categories.map(suggestion),
});

/** The categories to choose from; the built-in ones where the server can't be asked. */
export async function categorySuggestions(cli: Cli, use: CategoryUse): Promise<Fitting> {
  const builtIn = suggestions(KnownCategories.builtIn().offered(use));
  try {
    return await quietly(cli, builtIn, async (backend, token) => {
      const known = await categoriesApi((request) => backend.send(request, token)).known();
      return suggestions(known.offered(use));
    });
  } catch {
    // The built-in ones are right all the same.
    return builtIn;
  }
}

/** All categories, which the commands that change them take. */
export const everyCategory = (cli: Cli): Promise<Fitting> =>
  quietly(cli, suggestions(KnownCategories.builtIn().all), async (backend, token) => {
    const known = await categoriesApi((request) => backend.send(request, token)).known();
    return suggestions(known.all);
  });
