import type { ParsedUrlQuery } from "node:querystring";
import { type AnyObjectSchema, calendarDayOf, readFields } from "@outlay/shared";
import type { GenericSchema, InferOutput } from "valibot";
import type { CategoryTree } from "../domain/category-tree.ts";
import type { Stored } from "../domain/records.ts";
import type { Collection } from "../store/store.ts";
import { categoriesOf } from "../use-cases/categories.ts";
import { knownCategories } from "../use-cases/known-categories.ts";
import {
  createRecord,
  editRecord,
  findRecord,
  removeRecord,
  restoreRecord,
} from "../use-cases/records.ts";
import type { ServerContext } from "../server-context.ts";
import type { Filling, ReadBody } from "./record-body.ts";
import { created, done, json, listOf, nothing, ok } from "./routing/answers.ts";
import { type Listed, Page } from "./routing/page.ts";
import type { QueryParameters, QueryValues } from "./routing/query.ts";
import { needs, type Route, userRoute } from "./routing/route.ts";

/** The parts that differ between kinds of records. */
export interface RecordKind<
  Fields,
  Query extends QueryParameters,
  Input extends AnyObjectSchema,
  Changes extends AnyObjectSchema,
  Wire,
> {
  path: string;
  collection: Collection<Fields>;
  /** The fields that a new record's body can have. */
  input: Input;
  /** The fields that the body of a change can have. */
  changes: Changes;
  /** A record as the API returns it. */
  wire: GenericSchema<unknown, Wire>;
  /** The parameters that a list accepts. */
  query: Query;
  /** Whether records can have a category of the user's. */
  isCategory: (tree: CategoryTree, key: string) => boolean;
  /**
   * Returns the user's records that a query selects. `given` is the query before parsing.
   * @throws InvalidFields
   */
  list: (
    userId: number,
    query: QueryValues<Query>,
    context: { given: ParsedUrlQuery; tree: CategoryTree },
  ) => Promise<Listed<Stored<Fields>>>;
  /**
   * Returns the fields of a new or changed record.
   * @throws InvalidFields
   */
  fieldsOf: (body: ReadBody<InferOutput<Input>>, filling: Filling<Fields>) => Fields;
  toWire: (record: Stored<Fields>) => Wire;
  server: Pick<ServerContext, "clock" | "store">;
}

/** Returns what a body's fields depend on, except for the record to change. */
const fillingFor = async (
  { clock, store }: Pick<ServerContext, "clock" | "store">,
  userId: number,
  isWhole: boolean,
) => ({
  isWhole,
  today: calendarDayOf(clock()),
  isCategory: await knownCategories(store.categories, userId),
});

/** Returns the method that changes a record by a body of this schema. */
function editing<
  Fields,
  Query extends QueryParameters,
  Input extends AnyObjectSchema,
  Changes extends AnyObjectSchema,
  Wire,
>(kind: RecordKind<Fields, Query, Input, Changes, Wire>, input: Input | Changes) {
  const { collection, fieldsOf, toWire, server } = kind;
  return needs(
    "full",
    { input, read: (value) => readFields(input, value), answers: { 200: json(kind.wire) } },
    async ({ user, id, body }) => {
      // A missing record is reported before any error in the body.
      const current = await findRecord(collection, user.id, id);
      const read = (await body()) as ReadBody<InferOutput<Input>>;
      const filling = await fillingFor(server, user.id, input === kind.input);
      const changed = (now: Fields) => fieldsOf(read, { ...filling, current: now });
      // A body with faults is refused without waiting for the turn to write.
      changed(current);
      return ok(toWire(await editRecord(collection, user.id, id, changed)));
    },
  );
}

/**
 * Routes to list, create, show, replace, change, remove and restore the records of one kind.
 */
export function recordRoutes<
  Fields,
  Query extends QueryParameters,
  Input extends AnyObjectSchema,
  Changes extends AnyObjectSchema,
  Wire,
>(kind: RecordKind<Fields, Query, Input, Changes, Wire>): Route[] {
  const { path, collection, fieldsOf, toWire, server } = kind;
  const found = { 200: json(kind.wire) };
  const recorded = { 201: json(kind.wire), ...found };

  return [
    userRoute(path, {
      GET: needs(
        "read",
        { query: kind.query, answers: { 200: listOf(kind.wire) } },
        async ({ ctx, user, query }) => {
          const tree = await categoriesOf(server.store.categories, user.id);
          const values = query((key) => kind.isCategory(tree, key));
          return ok(Page.of(await kind.list(user.id, values, { given: ctx.query, tree }), toWire));
        },
      ),
      POST: needs(
        "full",
        { input: kind.input, read: (value) => readFields(kind.input, value), answers: recorded },
        async ({ user, body }) => {
          const fields = fieldsOf(await body(), await fillingFor(server, user.id, true));
          const { record, isNew } = await createRecord(collection, user.id, fields);
          return isNew ? created(toWire(record)) : ok(toWire(record));
        },
      ),
    }),
    userRoute(`${path}:id/`, {
      GET: needs("read", { answers: found }, async ({ user, id }) =>
        ok(toWire(await findRecord(collection, user.id, id))),
      ),
      // A replacement keeps fields that its body omits, so that a client that doesn't know tags doesn't
      // remove them.
      PUT: editing(kind, kind.input),
      PATCH: editing(kind, kind.changes),
      DELETE: needs("full", { answers: { 204: nothing } }, async ({ user, id }) => {
        await removeRecord(collection, user.id, id);
        return done;
      }),
    }),
    userRoute(`${path}:id/restore/`, {
      POST: needs("full", { answers: found }, async ({ user, id }) =>
        ok(toWire(await restoreRecord(collection, user.id, id))),
      ),
    }),
  ];
}
