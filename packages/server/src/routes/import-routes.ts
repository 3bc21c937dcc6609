import type { Router } from "@koa/router";
import {
  importAddition,
  type ImportAnswer,
  type ImportBatch,
  importInput,
  type ImportReverted,
  importsPath,
  maxImportBodyBytes,
} from "@outlay/shared";
import { answer } from "../answer.ts";
import type { ServerContext } from "../server-context.ts";
import type { CountedImport, Imported } from "../store/store.ts";
import { addToImport, findImport, requireImport, revertImport } from "../use-cases/imports.ts";
import { readQuery } from "./query.ts";
import { readImported } from "./read-imported.ts";
import { addUserView, needs } from "./view.ts";

const wireBatch = (batch: CountedImport): ImportBatch => ({
  id: batch.id,
  source: batch.source,
  external_id: batch.externalId,
  created_at: batch.createdAt,
  created: batch.count,
});

function wireAnswer({ batch, expenses }: Imported): ImportAnswer {
  const created = expenses.filter(({ isNew }) => isNew).length;
  return {
    id: batch.id,
    source: batch.source,
    created_at: batch.createdAt,
    created,
    duplicates: expenses.length - created,
    results: expenses.map(({ record, isNew }) => ({
      id: record.id,
      status: isNew ? "created" : "duplicate",
    })),
  };
}

/** Batches of expenses that are recorded, and taken back, as one (contract 1.3). */
export function addImportRoutes(router: Router, server: ServerContext): void {
  const { imports } = server.store;

  addUserView({
    router,
    server,
    path: importsPath,
    handlers: {
      GET: needs("read", async ({ ctx, user }) => {
        readQuery(ctx.query, {});
        answer(ctx, (await imports.list(user.id)).map(wireBatch));
      }),
      POST: needs("import", async ({ ctx, user, body }) => {
        const given = await body(importInput, maxImportBodyBytes);
        const { input, expenses } = await readImported(importInput, given, server.clock());
        const fields = { source: input.source, externalId: input.external_id ?? null };
        const imported = await imports.add(user.id, fields, expenses);
        ctx.status = imported.isNew ? 201 : 200;
        answer(ctx, wireAnswer(imported));
      }),
    },
  });

  addUserView({
    router,
    server,
    path: `${importsPath}:id/`,
    handlers: {
      GET: needs("read", async ({ ctx, user, id }) => {
        answer(ctx, wireBatch(await findImport(imports, user.id, id)));
      }),
      DELETE: needs("full", async ({ ctx, user, id }) => {
        const deleted = await revertImport(imports, user.id, id);
        answer(ctx, { deleted } satisfies ImportReverted);
      }),
    },
  });

  addUserView({
    router,
    server,
    path: `${importsPath}:id/expenses/`,
    handlers: {
      POST: needs("import", async ({ ctx, user, id, body }) => {
        // A batch that isn't there is missing before the body is judged.
        await requireImport(imports, user.id, id);
        const given = await body(importAddition, maxImportBodyBytes);
        const { expenses } = await readImported(importAddition, given, server.clock());
        answer(ctx, wireAnswer(await addToImport(imports, user.id, id, expenses)));
      }),
    },
  });
}
