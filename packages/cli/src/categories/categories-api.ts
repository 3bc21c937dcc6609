import { categoriesPath, category, removedCategory } from "@outlay/shared";
import * as v from "valibot";
import { KnownCategories, type KnownCategory } from "./known-categories.ts";
import { CliError } from "../errors/cli-error.ts";
import { readAnswer } from "../api/read-answer.ts";
import { openObject } from "../api/received/open-object.ts";
import { orNotFound } from "../api/or-not-found.ts";
import type { SendAuthorized } from "../api/session.ts";

const receivedCategory = openObject({
  ...category.entries,
  key: v.string(),
  parent: v.nullable(v.string()),
});

const receivedRemoval = openObject({
  moved: v.record(v.string(), v.number()),
  change_id: removedCategory.entries.change_id,
});
export type CategoryRemoval = v.InferOutput<typeof receivedRemoval>;

/** The fields of a category that a client sends. */
export interface CategoryFields {
  key?: string | undefined;
  name?: string | undefined;
  parent?: string | null | undefined;
  archived?: boolean | undefined;
}

export interface CategoriesApi {
  /** All categories, which are fetched once. A server of an earlier version has only the built-in ones. */
  known: () => Promise<KnownCategories>;
  /** The name to show for a key, as far as the categories have been fetched. */
  label: (key: string | null) => string;
  create(fields: CategoryFields & { name: string }): Promise<KnownCategory>;
  /** @throws CliError not_found */
  change(key: string, fields: CategoryFields): Promise<KnownCategory>;
  /**
   * Removes a category. Returns what moved, or undefined if nothing had to.
   * @throws CliError not_found
   */
  remove(key: string, moveTo: string | undefined): Promise<CategoryRemoval | undefined>;
}

const isMissing = (error: unknown) => error instanceof CliError && error.code === "not_found";

/** The error for a server of an earlier version. */
const tooOld = (error: unknown): unknown =>
  isMissing(error)
    ? new CliError("not_found", "The server has only the built-in categories.", {
        hint: "Update the server to have categories of your own.",
      })
    : error;

const pathOf = (key: string) => `${categoriesPath}${encodeURIComponent(key)}/`;
const found = <Result>(key: string, call: Promise<Result>) =>
  orNotFound(
    call,
    `There is no category ${key}.`,
    "List your categories with: outlay category list",
  );

export function categoriesApi(send: SendAuthorized): CategoriesApi {
  let fetched: Promise<KnownCategories> | undefined;
  let latest = KnownCategories.builtIn();

  const fetchAll = async (): Promise<KnownCategories> => {
    const answer = await send({ method: "GET", path: categoriesPath, isRepeatable: true });
    if (answer.status === 404) return KnownCategories.builtIn();
    return new KnownCategories(readAnswer(answer, v.array(receivedCategory)));
  };

  const known = async () => {
    fetched ??= fetchAll();
    latest = await fetched;
    return latest;
  };

  const one = async (method: "POST" | "PATCH", path: string, body: CategoryFields) => {
    const answer = await send({ method, path, body, isRepeatable: false });
    fetched = undefined;
    return readAnswer(answer, receivedCategory);
  };

  return {
    known,
    label: (key) => latest.label(key),
    create: async (fields) => {
      try {
        return await one("POST", categoriesPath, fields);
      } catch (error) {
        throw tooOld(error);
      }
    },
    change: (key, fields) => found(key, one("PATCH", pathOf(key), fields)),
    remove: async (key, moveTo) => {
      const query =
        moveTo === undefined ? "" : `?${new URLSearchParams({ move_to: moveTo }).toString()}`;
      const path = pathOf(key) + query;
      const remove = async () => {
        const answer = await send({ method: "DELETE", path, isRepeatable: false });
        fetched = undefined;
        if (answer.status === 204) return undefined;
        return readAnswer(answer, receivedRemoval);
      };
      return found(key, remove());
    },
  };
}
