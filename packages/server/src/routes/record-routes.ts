import type { ParsedUrlQuery } from "node:querystring";
import { type AnyObjectSchema, calendarDayOf, type Moment } from "@outlay/shared";
import type { GenericSchema, InferOutput } from "valibot";
import type { Stored } from "../domain/records.ts";
import type { Collection } from "../store/store.ts";
import {
  createRecord,
  editRecord,
  findRecord,
  removeRecord,
  restoreRecord,
} from "../use-cases/records.ts";
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
  /**
   * Returns the user's records that a query selects. `given` is the query before parsing.
   * @throws InvalidFields
   */
  list: (
    userId: number,
    query: QueryValues<Query>,
    given: ParsedUrlQuery,
  ) => Promise<Listed<Stored<Fields>>>;
  mapping: {
    newFields: (input: InferOutput<Input>, moment: Moment) => Required<Fields>;
    namedFields: (named: InferOutput<Input> | InferOutput<Changes>) => Partial<Fields>;
    toWire: (record: Stored<Fields>) => Wire;
  };
  /**
   * Checks the rules between fields.
   * @throws InvalidFields
   */
  check: (fields: Fields) => void;
  clock: () => Date;
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
  const { path, collection, check, clock } = kind;
  const { newFields, namedFields, toWire } = kind.mapping;
  const found = { 200: json(kind.wire) };
  // Without an external id, no record can exist already, so each is new.
  const isEachNew = !Object.hasOwn(kind.input.entries, "external_id");
  const newOrFound = { 201: json(kind.wire), ...found };
  const recorded = isEachNew ? ({ 201: newOrFound[201] } as typeof newOrFound) : newOrFound;

  const edit = (input: Input | Changes) =>
    needs("full", { input, answers: found }, async ({ user, id, body }) => {
      // A missing record is reported before any error in the body.
      await findRecord(collection, user.id, id);
      const changes = namedFields(await body());
      return ok(toWire(await editRecord(collection, user.id, id, changes, check)));
    });

  return [
    userRoute(path, {
      GET: needs(
        "read",
        { query: kind.query, answers: { 200: listOf(kind.wire) } },
        async ({ ctx, user, query }) =>
          ok(Page.of(await kind.list(user.id, query(), ctx.query), toWire)),
      ),
      POST: needs("full", { input: kind.input, answers: recorded }, async ({ user, body }) => {
        const fields = newFields(await body(), { today: calendarDayOf(clock()) });
        const { record, isNew } = await createRecord(collection, user.id, fields, check);
        return isNew ? created(toWire(record)) : ok(toWire(record));
      }),
    }),
    userRoute(`${path}:id/`, {
      GET: needs("read", { answers: found }, async ({ user, id }) =>
        ok(toWire(await findRecord(collection, user.id, id))),
      ),
      // A replacement keeps fields that its body omits, so that a client that doesn't know tags doesn't
      // remove them.
      PUT: edit(kind.input),
      PATCH: edit(kind.changes),
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
