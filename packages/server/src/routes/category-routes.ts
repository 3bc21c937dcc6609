import {
  categoriesPath,
  category,
  type Category as WireCategory,
  categoryChanges,
  categoryInput,
  removedCategory,
} from "@outlay/shared";
import type { Category } from "../domain/category-tree.ts";
import type { ServerContext } from "../server-context.ts";
import {
  categoriesOf,
  changeCategory,
  createCategory,
  findCategory,
  removeCategory,
} from "../use-cases/categories.ts";
import { created, done, json, listOf, nothing, ok } from "./routing/answers.ts";
import { once } from "./routing/query.ts";
import { needs, type Route, userRoute } from "./routing/route.ts";

const toWire = ({ key, name, parent, isArchived, isBuiltIn }: Category): WireCategory => ({
  key,
  name,
  parent,
  archived: isArchived,
  builtin: isBuiltIn,
});

const query = {
  move_to: once({ type: "string" }, (text) => text, "Must be the key of a category.", null),
};

/** Routes for categories. */
export function categoryRoutes(server: ServerContext): Route[] {
  const { categories } = server.store;
  return [
    userRoute(categoriesPath, {
      GET: needs(
        "any",
        { query: {}, answers: { 200: listOf(category) } },
        async ({ user, query: read }) => {
          read();
          return ok((await categoriesOf(categories, user.id)).all.map(toWire));
        },
      ),
      POST: needs(
        "full",
        { input: categoryInput, answers: { 201: json(category) } },
        async ({ user, body }) =>
          created(toWire(await createCategory(categories, user.id, await body()))),
      ),
    }),
    userRoute(`${categoriesPath}:key/`, {
      GET: needs("any", { answers: { 200: json(category) } }, async ({ user, key }) =>
        ok(toWire(await findCategory(categories, user.id, key))),
      ),
      PATCH: needs(
        "full",
        { input: categoryChanges, answers: { 200: json(category) } },
        async ({ user, key, body }) => {
          // A missing category is reported before any error in the body.
          await findCategory(categories, user.id, key);
          return ok(toWire(await changeCategory(categories, user.id, key, await body())));
        },
      ),
      DELETE: needs(
        "full",
        { query, answers: { 204: nothing, 200: json(removedCategory) } },
        async ({ user, key, query: read }) => {
          await findCategory(categories, user.id, key);
          const { move_to: moveTo } = read();
          const { moved, changeId } = await removeCategory(categories, user.id, key, moveTo);
          return moveTo === null ? done : ok({ moved, change_id: changeId });
        },
      ),
    }),
  ];
}
