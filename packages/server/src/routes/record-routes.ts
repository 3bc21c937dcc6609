import type { ParsedUrlQuery } from "node:querystring";
import type { AnyObjectSchema } from "@outlay/shared";
import { answer } from "../middleware/answer.ts";
import type { Collection, Kept } from "../store/store.ts";
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

/** What is particular to one kind of record. */
export interface RecordKind<Fields, Query extends QueryParameters> {
  path: string;
  collection: Collection<Fields>;
  /** The fields that a new record's body can have. */
  input: AnyObjectSchema;
  /** The same for what changes one. */
  changes: AnyObjectSchema;
  /** What a list can be asked for. */
  query: Query;
  /** The user's records that a query asks for, which is also there as it came. @throws InvalidFields */
  list: (
    userId: number,
    query: QueryValues<Query>,
    given: ParsedUrlQuery,
  ) => Promise<Listed<Kept<Fields>>>;
  /** A new record's fields, with what it has where the body says nothing. @throws InvalidFields */
  readNew: (body: unknown) => Required<Fields>;
  /** The fields of a body that must name the required ones. @throws InvalidFields */
  readReplacement: (body: unknown) => Partial<Fields>;
  /** The fields of a body that need name none. @throws InvalidFields */
  readChanges: (body: unknown) => Partial<Fields>;
  /** Rules between fields. @throws InvalidFields */
  check: (fields: Fields) => void;
  toWire: (record: Kept<Fields>) => object;
}

/** List, create, show, replace, change, remove and restore the records of one kind (contract 1.2). */
export function recordRoutes<Fields, Query extends QueryParameters>(
  kind: RecordKind<Fields, Query>,
): Route[] {
  const { path, collection, input, check, toWire } = kind;

  const edit = (fields: AnyObjectSchema, read: (body: unknown) => Partial<Fields>) =>
    needs("full", { input: fields }, async ({ ctx, user, id, body }) => {
      // A record that isn't there is missing before the body is judged.
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
      // What a replacement doesn't name stays, so that a client that has never heard of tags
      // doesn't wipe them.
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
