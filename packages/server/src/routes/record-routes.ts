import type { ParsedUrlQuery } from "node:querystring";
import type { AnyObjectSchema } from "@outlay/shared";
import { answer } from "../middleware/answer.ts";
import type { Collection } from "../store/store.ts";
import type { Stored } from "../domain/records.ts";
import {
  createRecord,
  editRecord,
  findRecord,
  removeRecord,
  restoreRecord,
} from "../use-cases/records.ts";
import type { QueryParameters, QueryValues } from "./query.ts";
import { needs, type Route, userRoute } from "./route.ts";
import { type Listed, writeList } from "./write-list.ts";

/** The parts that differ between kinds of records. */
export interface RecordKind<Fields, Query extends QueryParameters> {
  path: string;
  collection: Collection<Fields>;
  /** The fields that a new record's body can have. */
  input: AnyObjectSchema;
  /** The fields that the body of a change can have. */
  changes: AnyObjectSchema;
  /** The parameters that a list accepts. */
  query: Query;
  /**
   * The user's records that a query selects; the query is passed in its original form, too.
   * @throws InvalidFields
   */
  list: (
    userId: number,
    query: QueryValues<Query>,
    given: ParsedUrlQuery,
  ) => Promise<Listed<Stored<Fields>>>;
  /**
   * Reads a new record's fields, with defaults for missing ones.
   * @throws InvalidFields
   */
  readNew: (body: unknown) => Required<Fields>;
  /**
   * Reads the fields of a body that must name the required ones.
   * @throws InvalidFields
   */
  readReplacement: (body: unknown) => Partial<Fields>;
  /**
   * Reads the fields of a body in which all are optional.
   * @throws InvalidFields
   */
  readChanges: (body: unknown) => Partial<Fields>;
  /**
   * Checks the rules between fields.
   * @throws InvalidFields
   */
  check: (fields: Fields) => void;
  toWire: (record: Stored<Fields>) => object;
}

/**
 * Routes to list, create, show, replace, change, remove and restore the records of one kind
 * (contract 1.2).
 */
export function recordRoutes<Fields, Query extends QueryParameters>(
  kind: RecordKind<Fields, Query>,
): Route[] {
  const { path, collection, input, check, toWire } = kind;

  const edit = (fields: AnyObjectSchema, read: (body: unknown) => Partial<Fields>) =>
    needs("full", { input: fields }, async ({ ctx, user, id, body }) => {
      // A missing record is reported before the body is judged.
      await findRecord(collection, user.id, id);
      const changes = read(await body());
      answer(ctx, toWire(await editRecord(collection, user.id, id, changes, check)));
    });

  return [
    userRoute(path, {
      GET: needs("read", { query: kind.query }, async ({ ctx, user, query }) => {
        writeList(ctx, path, await kind.list(user.id, query(), ctx.query), toWire);
      }),
      POST: needs("full", { input }, async ({ ctx, user, body }) => {
        const fields = kind.readNew(await body());
        const { record, isNew } = await createRecord(collection, user.id, fields, check);
        ctx.status = isNew ? 201 : 200;
        answer(ctx, toWire(record));
      }),
    }),
    userRoute(`${path}:id/`, {
      GET: needs("read", {}, async ({ ctx, user, id }) => {
        answer(ctx, toWire(await findRecord(collection, user.id, id)));
      }),
      // Fields that a replacement doesn't name stay, so that a client that doesn't know tags
      // doesn't remove them.
      PUT: edit(input, kind.readReplacement),
      PATCH: edit(kind.changes, kind.readChanges),
      DELETE: needs("full", {}, async ({ ctx, user, id }) => {
        await removeRecord(collection, user.id, id);
        ctx.status = 204;
      }),
    }),
    userRoute(`${path}:id/restore/`, {
      POST: needs("full", {}, async ({ ctx, user, id }) => {
        answer(ctx, toWire(await restoreRecord(collection, user.id, id)));
      }),
    }),
  ];
}
