/** Undoes a change to records, if they haven't been changed since. */
import { labelled } from "../categories/labelled.ts";
import type { Connection } from "../connection.ts";
import type { AnyRecord, RecordNoun } from "../commands/record/record-noun.ts";
import { printable } from "../terminal/printable.ts";
import type { ChangeOf } from "./change.ts";
import { findSeen, gone, isMissing, refusal, type TakenBack, unlessGone } from "./taken-back.ts";

async function removeAgain<Wire extends AnyRecord>(
  connection: Connection,
  noun: RecordNoun<Wire>,
  change: ChangeOf<"add" | "restore">,
): Promise<TakenBack> {
  const api = noun.api(connection);
  const record = await findSeen(api.find(change.id), change);
  await unlessGone(api.remove(record.id), change);
  const summary = printable(noun.summary(labelled(connection, record), connection.money));
  return {
    value: record,
    lines: [change.did === "add" ? summary : `the restoring of ${summary}`],
    remark: `To restore it within 30 days: ${noun.prefix} restore ${record.id}`,
  };
}

async function changeBack<Wire extends AnyRecord>(
  connection: Connection,
  noun: RecordNoun<Wire>,
  change: ChangeOf<"edit">,
): Promise<TakenBack> {
  const api = noun.api(connection);
  const current = await findSeen(api.find(change.id), change);
  if (current.updated_at !== change.updatedAt) {
    const when = current.updated_at.slice(0, 16).replace("T", " ");
    throw refusal(
      "changed_since",
      `Since then, ${noun.name} ${change.id} was changed again (${when} UTC), so the earlier values are not restored.`,
      `See it with: ${noun.prefix} show ${change.id}`,
    );
  }
  const record = await unlessGone(api.change(change.id, change.formerFields), change);
  return {
    value: record,
    lines: [
      `the change of ${printable(noun.summary(labelled(connection, record), connection.money))}`,
    ],
    updatedAt: record.updated_at,
  };
}

/** Skips records that somebody else has restored meanwhile. */
async function restoreAll<Wire extends AnyRecord>(
  connection: Connection,
  noun: RecordNoun<Wire>,
  change: ChangeOf<"rm">,
): Promise<TakenBack> {
  const api = noun.api(connection);
  const restored: Wire[] = [];
  const missing: number[] = [];
  for (const { id, createdAt } of change.records) {
    const record = await api.restore(id).catch((error: unknown) => {
      if (!isMissing(error)) throw error;
      return undefined;
    });
    if (record?.created_at === createdAt) restored.push(record);
    else {
      // A different record with its id, from other data: it stays in the trash.
      if (record) await api.remove(id);
      missing.push(id);
    }
  }
  if (restored.length === 0) throw gone(change, ", because nothing of it is in the trash");
  return {
    value: restored,
    lines: restored.map(
      (record) =>
        `the removal of ${printable(noun.summary(labelled(connection, record), connection.money))}`,
    ),
    ...(missing.length === 0 ? {} : { remark: `No longer in the trash: ${missing.join(", ")}` }),
  };
}

/** @throws CliError not_found, changed_since; in both cases nothing was done */
export async function takeBackRecord<Wire extends AnyRecord>(
  connection: Connection,
  noun: RecordNoun<Wire>,
  change: ChangeOf<"add" | "edit" | "rm" | "restore">,
): Promise<TakenBack> {
  await connection.categories.known();
  if (change.did === "rm") return restoreAll(connection, noun, change);
  if (change.did === "edit") return changeBack(connection, noun, change);
  return removeAgain(connection, noun, change);
}
