import * as v from "valibot";
import { privateJsonFile } from "../config/private-json-file.ts";
import { isOf, type RecordOwner } from "../api/record-owner.ts";
import { type Change, change, type ChangeOf, importing } from "./change.ts";

const note = v.object({ key: v.string(), server: v.string(), user: v.string(), change });
export type ChangeNote = v.InferOutput<typeof note>;

const changes = v.object({ version: v.literal(1), changes: v.array(note) });

/** The number of each user's changes that are kept for undo. */
export const keptChanges = 20;

/** Keeps the newest of a user's changes, and all of other users'. */
function newest(notes: readonly ChangeNote[], owner: RecordOwner): ChangeNote[] {
  const own = new Set(notes.filter(isOf(owner)).slice(-keptChanges));
  return notes.filter((each) => !isOf(owner)(each) || own.has(each));
}

/** Merges an import's change with the previous one if both belong to the same import. */
function withEarlierPart(added: Change, last: Change | undefined): Change | undefined {
  if (added.did !== "import" || last?.did !== "import") return undefined;
  if (added.id !== last.id || added.createdAt !== last.createdAt) return undefined;
  return { ...added, expenseCount: last.expenseCount + added.expenseCount };
}

/** Whether a change is an import that a later change has reverted for good. */
const isReverted = (each: Change, by: Change): boolean =>
  by.did === "revert" && each.did === "import" && each.id === by.id;

/** Whether a change is an uncertain attempt at an import that a later change has completed. */
const isSettled = (each: Change, by: Change): boolean =>
  by.did === "import" && each.did === "unsure" && each.doing === importing(by.source);

/** Updates the expected time of a record's last change after a later change was undone. */
function followed(each: Change, undone: ChangeOf<"edit">, updatedAt: string): Change {
  const isSame = each.did === "edit" && each.kind === undone.kind && each.id === undone.id;
  return isSame && each.updatedAt === undone.formerUpdatedAt ? { ...each, updatedAt } : each;
}

/** `changes.json`: the changes made from this machine. Each method rejects as `PrivateJsonFile` does. */
export interface ChangesFile {
  put(owner: RecordOwner, added: Change): Promise<void>;
  /** Returns a user's changes, the most recent one last. */
  of(owner: RecordOwner): Promise<ChangeNote[]>;
  /** Removes a change. @param updatedAt the record's time of change after an edit was undone */
  drop(dropped: ChangeNote, updatedAt?: string): Promise<void>;
  /** Removes all changes made on a server. */
  dropServer(server: string): Promise<void>;
}

export function changesFile(folder: string): ChangesFile {
  const file = privateJsonFile(folder, "changes", changes, { version: 1, changes: [] });
  const update = (next: (notes: ChangeNote[]) => ChangeNote[]) =>
    file.update((content) => ({ version: content.version, changes: next(content.changes) }));

  return {
    put: (owner, added) =>
      update((notes) => {
        const last = notes.findLast((each) => isOf(owner)(each) && !isSettled(each.change, added));
        const whole = withEarlierPart(added, last?.change);
        const isOver = (each: ChangeNote) =>
          (whole !== undefined && each === last) ||
          (isOf(owner)(each) && (isReverted(each.change, added) || isSettled(each.change, added)));
        const others = notes.filter((each) => !isOver(each));
        const put = { key: crypto.randomUUID(), ...owner, change: whole ?? added };
        return newest([...others, put], owner);
      }),
    of: async (owner) => (await file.read()).changes.filter(isOf(owner)),
    drop: (dropped, updatedAt) =>
      update((notes) => {
        const left = notes.filter(({ key }) => key !== dropped.key);
        const undone = dropped.change;
        if (undone.did !== "edit" || updatedAt === undefined) return left;
        return left.map((each) =>
          isOf(dropped)(each)
            ? { ...each, change: followed(each.change, undone, updatedAt) }
            : each,
        );
      }),
    dropServer: (server) => update((notes) => notes.filter((each) => each.server !== server)),
  };
}
