import {
  importAddition,
  type ImportAnswer,
  type ImportBatch,
  importInput,
  type ImportReverted,
  importsPath,
  maxImportBodyBytes,
  maxImportExpenses,
} from "@outlay/shared";
import { answer } from "../middleware/answer.ts";
import type { ServerContext } from "../server-context.ts";
import type { CountedImport, Imported } from "../domain/import-batch.ts";
import { addToImport, findImport, requireImport, revertImport } from "../use-cases/imports.ts";
import { readImported } from "./read-imported.ts";
import { needs, type Route, userRoute } from "./route.ts";

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

const longList = { maxItems: maxImportExpenses, maxBytes: maxImportBodyBytes };

/** Batches of expenses that are recorded and undone as one (contract 1.3). */
export function importRoutes(server: ServerContext): Route[] {
  const { imports } = server.store;
  return [
    userRoute(importsPath, {
      GET: needs("read", { query: {} }, async ({ ctx, user, query }) => {
        query();
        answer(ctx, (await imports.list(user.id)).map(wireBatch));
      }),
      POST: needs("import", { input: importInput, longList }, async ({ ctx, user, body }) => {
        const { input, expenses } = await readImported(importInput, await body(), server.clock());
        const fields = { source: input.source, externalId: input.external_id ?? null };
        const imported = await imports.add(user.id, fields, expenses);
        ctx.status = imported.isNew ? 201 : 200;
        answer(ctx, wireAnswer(imported));
      }),
    }),
    userRoute(`${importsPath}:id/`, {
      GET: needs("read", {}, async ({ ctx, user, id }) => {
        answer(ctx, wireBatch(await findImport(imports, user.id, id)));
      }),
      DELETE: needs("full", {}, async ({ ctx, user, id }) => {
        const deleted = await revertImport(imports, user.id, id);
        answer(ctx, { deleted } satisfies ImportReverted);
      }),
    }),
    userRoute(`${importsPath}:id/expenses/`, {
      POST: needs("import", { input: importAddition, longList }, async (call) => {
        const { ctx, user, id, body } = call;
        // A missing batch is reported before the body is judged.
        await requireImport(imports, user.id, id);
        const { expenses } = await readImported(importAddition, await body(), server.clock());
        answer(ctx, wireAnswer(await addToImport(imports, user.id, id, expenses)));
      }),
    }),
  ];
}
