/** Warns if a plan would record expenses again that an earlier import has recorded under another account. */
import { AlikeRows, isOfRow } from "@outlay/import";
import { counted } from "@outlay/shared";
import type { Connection } from "../../connection.ts";
import { printable } from "../../terminal/printable.ts";
import type { Planning } from "./plan-import.ts";

/** The number of newest imports to examine. An account's last import is usually among them. */
const batchesLookedAt = 24;

const storedIn = ({ expenses }: Connection, parameters: Record<string, string>) =>
  expenses.pages(new URLSearchParams({ ...parameters, kind: "any", order: "id" }), Infinity);

/** Finds the imports that some expenses came from, as far as possible. */
async function batchesWith(
  connection: Connection,
  days: { from: string; to: string },
  ids: ReadonlySet<number>,
): Promise<string[]> {
  const batches = (await connection.imports.list()).toSorted((one, other) => other.id - one.id);
  const found: string[] = [];
  let missing = ids.size;
  for (const { id, source } of batches.slice(0, batchesLookedAt)) {
    if (missing === 0) break;
    let count = 0;
    for await (const { records } of storedIn(connection, { ...days, import: String(id) })) {
      count += records.filter((record) => ids.has(record.id)).length;
    }
    if (count > 0) found.push(`import ${id} (${printable(source)})`);
    missing -= count;
  }
  return found.toReversed();
}

function twiceText(
  { alike, of }: { alike: number; of: number },
  batches: readonly string[],
  isAccountKnown: boolean,
): string {
  const expenses = counted(of, "new expense");
  const which = alike === of ? `The ${expenses}` : `${alike} of the ${expenses}`;
  const look = of === 1 ? "looks like one" : "look like those";
  const those =
    batches.length > 0 ? `${look} of ${batches.join(" and ")}` : `${look} already recorded`;
  const under = isAccountKnown ? "without an account or under another one" : "under an account";
  return (
    `${which} ${those}, which ${of === 1 ? "was" : "were"} imported ${under}.\n` +
    "If it is the same account, use the same --account as then, or none if there was none. Otherwise they are recorded twice."
  );
}

function hasRows(ids: ReadonlySet<string>): boolean {
  for (const id of ids) if (isOfRow(id)) return true;
  return false;
}

async function alikeRowsOf({ plan, stored }: Planning): Promise<AlikeRows> {
  const alike = new AlikeRows((id) => stored.has(id));
  for await (const rows of plan.rows()) {
    if (!rows.every((row) => alike.addNew(row))) break;
  }
  if (!alike.days) return alike;
  for await (const rows of plan.rows()) for (const row of rows) alike.addIds(row);
  return alike;
}

/** Returns a warning with the way out; undefined if nothing seems to be recorded twice. */
export async function findRecordedTwice(
  planning: Planning,
  connection: Connection,
): Promise<string | undefined> {
  const { preview, stored, isAccountKnown } = planning;
  if (preview.imported === 0 || !hasRows(stored)) return undefined;
  const rows = await alikeRowsOf(planning);
  const { days } = rows;
  if (!days) return undefined;
  const ids = new Set<number>();
  for await (const { records } of storedIn(connection, days)) {
    for (const record of records) if (rows.meet(record)) ids.add(record.id);
  }
  const judged = rows.judge();
  if (!judged) return undefined;
  const batches = await batchesWith(connection, days, ids);
  return twiceText(judged, batches, isAccountKnown);
}
