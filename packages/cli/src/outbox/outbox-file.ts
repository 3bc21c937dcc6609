import * as v from "valibot";
import { sentExpense } from "@outlay/shared";
import { privateJsonFile } from "../config/private-json-file.ts";
import { isOf, type RecordOwner } from "../api/record-owner.ts";

/** An expense that waits for its server, as `outlay outbox list --json` shows it. */
export const keptExpense = v.object({
  id: v.number(),
  server: v.string(),
  user: v.string(),
  kept_at: v.string(),
  /** Whether it was already sent, and only the answer is missing. */
  may_have_arrived: v.boolean(),
  /** Why the server refused it; null if it hasn't answered. */
  refused: v.nullable(v.string()),
  expense: sentExpense,
});
export type KeptExpense = v.InferOutput<typeof keptExpense>;

const outbox = v.object({
  version: v.literal(1),
  /** Counts up, so that no id is used twice. */
  next_id: v.number(),
  expenses: v.array(keptExpense),
});

/** Facts learned about a queued expense. */
type Standing = Partial<Pick<KeptExpense, "may_have_arrived" | "refused">>;

/** `outbox.json`: expenses whose server couldn't be reached. Each method rejects as `PrivateJsonFile` does. */
export interface OutboxFile {
  all(): Promise<KeptExpense[]>;
  of(owner: RecordOwner): Promise<KeptExpense[]>;
  put(
    owner: RecordOwner,
    kept: Pick<KeptExpense, "kept_at" | "may_have_arrived" | "expense">,
  ): Promise<KeptExpense>;
  note(id: number, standing: Standing): Promise<void>;
  remove(ids: readonly number[]): Promise<void>;
}

export function outboxFile(folder: string): OutboxFile {
  const file = privateJsonFile(folder, "outbox", outbox, { version: 1, next_id: 1, expenses: [] });
  const update = (next: (expenses: KeptExpense[]) => KeptExpense[]) =>
    file.update((content) => ({ ...content, expenses: next(content.expenses) }));

  return {
    all: async () => (await file.read()).expenses,
    of: async (owner) => (await file.read()).expenses.filter(isOf(owner)),
    async put({ server, user }, { kept_at, may_have_arrived, expense }) {
      const kept = { server, user, kept_at, may_have_arrived, refused: null, expense };
      let id = 0;
      await file.update((content) => {
        id = content.next_id;
        return { ...content, next_id: id + 1, expenses: [...content.expenses, { id, ...kept }] };
      });
      return { id, ...kept };
    },
    note: (id, standing) =>
      update((expenses) =>
        expenses.map((each) => (each.id === id ? { ...each, ...standing } : each)),
      ),
    remove: (ids) => update((expenses) => expenses.filter(({ id }) => !ids.includes(id))),
  };
}
