/** A change that a command made to records, with everything needed to undo it. */
import { counted } from "@outlay/shared";
import * as v from "valibot";

const kind = v.picklist(["expense", "budget"]);
export type RecordKind = v.InferOutput<typeof kind>;

/** A record; its time of creation distinguishes it from one with the same id in other data. */
const seenRecord = { id: v.number(), createdAt: v.string() };

const categoryFields = v.partial(
  v.object({ name: v.string(), parent: v.nullable(v.string()), archived: v.boolean() }),
);

export const change = v.variant("did", [
  v.object({ did: v.literal("add"), kind, ...seenRecord }),
  v.object({
    did: v.literal("edit"),
    kind,
    ...seenRecord,
    /** The previous values of the changed fields, as the API has them. */
    formerFields: v.record(v.string(), v.unknown()),
    /** The times of the record's last change before this one, and of this one. */
    formerUpdatedAt: v.string(),
    updatedAt: v.string(),
  }),
  v.object({ did: v.literal("rm"), kind, records: v.array(v.object(seenRecord)) }),
  v.object({ did: v.literal("restore"), kind, ...seenRecord }),
  v.object({
    did: v.literal("import"),
    ...seenRecord,
    source: v.string(),
    /** The number of expenses it imported. */
    expenseCount: v.number(),
  }),
  /** A change of many expenses, which the server reverts by its id. */
  v.object({ did: v.literal("edit-many"), changeId: v.number(), count: v.number() }),
  /** Categories that were made together, each behind the one that it belongs to. */
  v.object({
    did: v.literal("category-add"),
    categories: v.array(v.object({ key: v.string(), name: v.string() })),
  }),
  v.object({
    did: v.literal("category-edit"),
    key: v.string(),
    name: v.string(),
    /** The changed fields, as they were and as they were set. */
    former: categoryFields,
    set: categoryFields,
  }),
  v.object({
    did: v.literal("category-rm"),
    key: v.string(),
    name: v.string(),
    parent: v.nullable(v.string()),
    archived: v.boolean(),
    /** The change that moved its records; null if there were none. */
    changeId: v.nullable(v.number()),
  }),
  /** A change of which it is unknown whether it was made. */
  v.object({ did: v.literal("unsure"), doing: v.string() }),
  /** The only change that can't be undone. */
  v.object({ did: v.literal("revert"), id: v.number(), source: v.string() }),
]);

export type Change = v.InferOutput<typeof change>;
export type ChangeOf<Did extends Change["did"]> = Extract<Change, { did: Did }>;

/** Describes an import while it is running. */
export const importing = (source: string): string => `importing ${source}`;

const listed = (items: readonly string[]) =>
  [items.slice(0, -1).join(", "), ...items.slice(-1)].filter((part) => part !== "").join(" and ");

function removalText({ kind: noun, records }: ChangeOf<"rm">): string {
  if (records.length > 5) return `the removal of ${counted(records.length, noun)}`;
  const ids = listed(records.map(({ id }) => String(id)));
  return `the removal of ${noun}${records.length === 1 ? "" : "s"} ${ids}`;
}

/** `the change of expense 12` */
export function changeText(told: Change): string {
  if (told.did === "import") return `import ${told.id} from ${told.source}`;
  if (told.did === "unsure") return told.doing;
  if (told.did === "edit-many") return `the change of ${counted(told.count, "record")}`;
  if (told.did === "category-add") {
    const names = told.categories.map(({ name }) => name);
    return `${names.length === 1 ? "category" : "categories"} ${listed(names)}`;
  }
  if (told.did === "category-edit") return `the change of category ${told.name}`;
  if (told.did === "category-rm") return `the removal of category ${told.name}`;
  if (told.did === "revert") return `the reverting of import ${told.id} from ${told.source}`;
  if (told.did === "rm") return removalText(told);
  const what = `${told.kind} ${told.id}`;
  if (told.did === "add") return what;
  return told.did === "edit" ? `the change of ${what}` : `the restoring of ${what}`;
}
