/** Changes records, and notes how to undo the change. A change that can't be noted is still made. */
import { namedFields } from "@outlay/shared";
import type { CategoryFields, CategoryRemoval } from "../categories/categories-api.ts";
import type { ImportAnswer } from "../api/received/records.ts";
import { FieldsIgnored } from "../api/earlier/ignored-fields.ts";
import type { ImportsApi } from "../api/imports-api.ts";
import type { KnownCategory } from "../categories/known-categories.ts";
import type { Cli } from "../cli.ts";
import type { Connection } from "../connection.ts";
import type { AnyRecord, RecordNoun } from "../commands/record/record-noun.ts";
import { isUncertain } from "../api/with-uncertain-outcome.ts";
import { notLoggedIn } from "../api/log-in-again.ts";
import { toCliError } from "../errors/present-error.ts";
import { printable } from "../terminal/printable.ts";
import { ownerOfRecords } from "../api/record-owner.ts";
import { type Change, importing, type RecordKind } from "./change.ts";
import { changesFile } from "./changes-file.ts";

type LoggedIn = Pick<Connection, "logInOptions">;

async function note(cli: Cli, { logInOptions }: LoggedIn, change: Change): Promise<void> {
  try {
    const owner = await ownerOfRecords(cli.env, logInOptions);
    if (!owner) throw notLoggedIn(logInOptions.target);
    await changesFile(cli.configFolder).put(owner, change);
  } catch (error) {
    const { message } = toCliError(error);
    cli.warn(printable(`The change was made, but outlay undo could not record it: ${message}`));
  }
}

/**
 * Makes a change, and notes it as uncertain if its outcome remains unknown, because the changes before it are
 * then no longer the last.
 * @param doing the change in words: `changing expense 12`
 * @throws CliError as `make` does
 */
export async function noteUncertain<Result>(
  cli: Cli,
  connection: LoggedIn,
  doing: string,
  make: () => Promise<Result>,
): Promise<Result> {
  try {
    return await make();
  } catch (error) {
    if (isUncertain(error)) await note(cli, connection, { did: "unsure", doing });
    throw error;
  }
}

const seen = ({ id, created_at }: AnyRecord) => ({ id, createdAt: created_at });

/** Notes a record that was added, or restored from the trash. */
export const noteNew = (
  cli: Cli,
  connection: LoggedIn,
  did: "add" | "restore",
  [kind, record]: readonly [RecordKind, AnyRecord],
): Promise<void> => note(cli, connection, { did, kind, ...seen(record) });

/** Returns the former values of the fields that were named, and of those that changed with them. */
function formerFields<Wire extends AnyRecord>(
  { settable }: RecordNoun<Wire>,
  [former, record]: readonly [Wire, Wire],
  named: object,
): Record<string, unknown> {
  const now: Record<string, unknown> = Object.fromEntries(Object.entries(record));
  const isChanged = ([name, value]: readonly [string, unknown]) =>
    name in named ||
    (settable.includes(name) && JSON.stringify(value) !== JSON.stringify(now[name]));
  return Object.fromEntries(Object.entries(former).filter(isChanged));
}

/**
 * @throws CliError not_found, in which case nothing is changed; FieldsIgnored, in which case the change is noted
 */
export async function editNoted<Wire extends AnyRecord>(
  cli: Cli,
  connection: Connection,
  noun: RecordNoun<Wire>,
  [id, fields]: readonly [number, object],
): Promise<Wire> {
  const api = noun.api(connection);
  const former = await api.find(id);
  const noteChange = (record: Wire) =>
    note(cli, connection, {
      did: "edit",
      kind: noun.name,
      ...seen(record),
      formerFields: formerFields(noun, [former, record], fields),
      formerUpdatedAt: former.updated_at,
      updatedAt: record.updated_at,
    });
  try {
    const record = await noteUncertain(cli, connection, `changing ${noun.name} ${id}`, () =>
      api.change(id, fields),
    );
    await noteChange(record);
    return record;
  } catch (error) {
    if (!(error instanceof FieldsIgnored)) throw error;
    await noteChange(error.record as unknown as Wire);
    throw error.withHint(
      `To take the change back: outlay undo. See the record with: outlay show ${id}`,
    );
  }
}

/** @throws CliError; records removed by then are noted all the same */
export async function removeNoted<Wire extends AnyRecord>(
  cli: Cli,
  connection: Connection,
  noun: RecordNoun<Wire>,
  records: readonly Wire[],
): Promise<void> {
  const { name } = noun;
  let removed: Wire[] = [];
  const noteRemoved = async () => {
    if (removed.length === 0) return;
    await note(cli, connection, { did: "rm", kind: name, records: removed.map(seen) });
    removed = [];
  };
  for (const record of records) {
    await noteUncertain(cli, connection, `removing ${name} ${record.id}`, async () => {
      try {
        await noun.api(connection).remove(record.id);
      } catch (error) {
        await noteRemoved();
        throw error;
      }
    });
    removed.push(record);
  }
  await noteRemoved();
}

/**
 * The imports of a connection; each part is noted as soon as it is stored, while the next one is being sent.
 */
export function notedImports(
  cli: Cli,
  connection: Connection,
  source: string,
): { imports: ImportsApi; allNoted: () => Promise<void> } {
  let noting: Promise<void> = Promise.resolve();
  const noted = (answer: ImportAnswer): ImportAnswer => {
    const { id, created_at: createdAt } = answer;
    const expenseCount = answer.results.filter(({ status }) => status === "created").length;
    if (expenseCount > 0) {
      const change: Change = { did: "import", id, createdAt, source: answer.source, expenseCount };
      noting = noting.then(() => note(cli, connection, change));
    }
    return answer;
  };
  const noteIfUncertain = async (sending: Promise<ImportAnswer>) => {
    try {
      return noted(await sending);
    } catch (error) {
      if (isUncertain(error)) {
        const change: Change = { did: "unsure", doing: importing(source) };
        noting = noting.then(() => note(cli, connection, change));
      }
      throw error;
    }
  };
  const { imports } = connection;
  return {
    imports: {
      ...imports,
      create: (batch) => noteIfUncertain(imports.create(batch)),
      add: (id, expenses, currencies) => noteIfUncertain(imports.add(id, expenses, currencies)),
    },
    allNoted: () => noting,
  };
}

/** Notes that an import was reverted for good. */
export const noteReverted = (
  cli: Cli,
  connection: Connection,
  { id, source }: { id: number; source: string },
): Promise<void> => note(cli, connection, { did: "revert", id, source });

/** Notes categories that were made, each behind the one that it belongs to. */
export const noteCategories = (
  cli: Cli,
  connection: Connection,
  made: readonly KnownCategory[],
): Promise<void> =>
  note(cli, connection, {
    did: "category-add",
    categories: made.map(({ key, name }) => ({ key, name })),
  });

/** Notes that fields of a category were changed. */
export function noteCategoryChange(
  cli: Cli,
  connection: Connection,
  category: KnownCategory,
  { name, parent, archived }: CategoryFields,
): Promise<void> {
  const set = namedFields({ name, parent, archived });
  const { key } = category;
  const before = Object.entries(category).filter(([field]) => field in set);
  const former = Object.fromEntries(before) as typeof set;
  return note(cli, connection, { did: "category-edit", key, name: category.name, former, set });
}

/** Notes that a category was removed, with the change that moved its records. */
export const noteCategoryRemoval = (
  cli: Cli,
  connection: Connection,
  { key, name, parent, archived }: KnownCategory,
  removal: CategoryRemoval | undefined,
): Promise<void> =>
  note(cli, connection, {
    did: "category-rm",
    key,
    name,
    parent,
    archived,
    changeId: removal?.change_id ?? null,
  });

/** Notes a change of many expenses that the server has made. */
export const noteMany = (
  cli: Cli,
  connection: Connection,
  [changeId, count]: readonly [number, number],
): Promise<void> => note(cli, connection, { did: "edit-many", changeId, count });
