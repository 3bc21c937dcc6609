import {
  importAddition,
  type ExactImportAnswer,
  importAnswer,
  type ImportBatch,
  importBatch,
  importInput,
  importReverted,
  importsPath,
  maxImportBodyBytes,
  maxImportExpenses,
  writeImportAnswer,
} from "@outlay/shared";
import type { ServerContext } from "../server-context.ts";
import type { InferOutput } from "valibot";
import type { FileCurrencies } from "../domain/currencies/file-currency.ts";
import { exactUnconverted } from "../domain/spending-report.ts";
import type { CountedImport, Imported, ImportedRow } from "../domain/import-batch.ts";
import {
  addImport,
  addToImport,
  findImport,
  requireImport,
  revertImport,
} from "../use-cases/imports.ts";
import { created, json, listOf, ok, WrittenJson } from "./routing/answers.ts";
import { readImported } from "./read-imported.ts";
import { needs, type Route, userRoute } from "./routing/route.ts";

const wireBatch = (batch: CountedImport): ImportBatch => ({
  id: batch.id,
  source: batch.source,
  external_id: batch.externalId,
  currency: batch.currency ?? null,
  created_at: batch.createdAt,
  created: batch.count,
});

function resultOf(row: ImportedRow): ExactImportAnswer["results"][number] {
  const { id } = row.record;
  if (!row.isNew) return { id, status: "duplicate" };
  const { unknownCategory } = row;
  if (unknownCategory === undefined) return { id, status: "created" };
  return { id, status: "created", unknown_category: unknownCategory };
}

function wireAnswer({ batch, expenses, spent, home, isHomeNew }: Imported): WrittenJson {
  const newCount = expenses.filter(({ isNew }) => isNew).length;
  const answer: ExactImportAnswer = {
    id: batch.id,
    source: batch.source,
    created_at: batch.createdAt,
    created: newCount,
    duplicates: expenses.length - newCount,
    total: spent.totalCents,
    unconverted: exactUnconverted(spent.unconverted),
    currency: batch.currency ?? null,
    home_currency: home ?? null,
    home_currency_set: isHomeNew,
    results: expenses.map(resultOf),
  };
  return new WrittenJson(writeImportAnswer(answer));
}

const fileCurrenciesOf = (input: InferOutput<typeof importAddition>): FileCurrencies => ({
  currency: input.currency ?? null,
  currencies: input.currencies ?? [],
  shownIn: input.shown_in ?? null,
  isFromOutlay: input.from_outlay ?? false,
});

const longList = { maxItems: maxImportExpenses, maxBytes: maxImportBodyBytes };

/** Routes for batches of expenses, which are recorded and reverted together. */
export function importRoutes(server: ServerContext): Route[] {
  const { imports } = server.store;
  return [
    userRoute(importsPath, {
      GET: needs(
        "read",
        { query: {}, answers: { 200: listOf(importBatch) } },
        async ({ user, query }) => {
          query();
          return ok((await imports.list(user.id)).map(wireBatch));
        },
      ),
      POST: needs(
        "import",
        {
          input: importInput,
          read: (value) => readImported(importInput, value, server.clock()),
          longList,
          answers: { 201: json(importAnswer), 200: json(importAnswer) },
        },
        async ({ user, body }) => {
          const { input, expenses } = await body();
          const fields = { source: input.source, externalId: input.external_id ?? null };
          const named = fileCurrenciesOf(input);
          const imported = await addImport(imports, user.id, { fields, named }, expenses);
          return imported.isNew ? created(wireAnswer(imported)) : ok(wireAnswer(imported));
        },
      ),
    }),
    userRoute(`${importsPath}:id/`, {
      GET: needs("read", { answers: { 200: json(importBatch) } }, async ({ user, id }) =>
        ok(wireBatch(await findImport(imports, user.id, id))),
      ),
      DELETE: needs("full", { answers: { 200: json(importReverted) } }, async ({ user, id }) =>
        ok({ deleted: await revertImport(imports, user.id, id) }),
      ),
    }),
    userRoute(`${importsPath}:id/expenses/`, {
      POST: needs(
        "import",
        {
          input: importAddition,
          read: (value) => readImported(importAddition, value, server.clock()),
          longList,
          answers: { 200: json(importAnswer) },
        },
        async ({ user, id, body }) => {
          // A missing batch is reported before any error in the body.
          await requireImport(imports, user.id, id);
          const { input, expenses } = await body();
          const batch = { id, named: fileCurrenciesOf(input) };
          return ok(wireAnswer(await addToImport(imports, user.id, batch, expenses)));
        },
      ),
    }),
  ];
}
