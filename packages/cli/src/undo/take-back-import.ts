/** Undoes an import, unless other expenses have been added to it since. */
import { counted } from "@outlay/shared";
import type { Connection } from "../connection.ts";
import { printable } from "../terminal/printable.ts";
import { type ChangeOf, changeText } from "./change.ts";
import { findSeen, refusal, type TakenBack, unlessGone } from "./taken-back.ts";

/**
 * @param confirm is called before the import's expenses are removed for good
 * @throws CliError not_found, changed_since, and anything that `confirm` throws; in each case nothing was
 * done
 */
export async function takeBackImport(
  { imports }: Connection,
  change: ChangeOf<"import">,
  confirm: (id: number, source: string) => Promise<void>,
): Promise<TakenBack> {
  const { id, source, expenseCount } = change;
  const batch = await findSeen(imports.find(id), change);
  if (batch.created > expenseCount) {
    throw refusal(
      "changed_since",
      `Import ${id} now has ${counted(batch.created, "expense")}, but the last change added only ${expenseCount} of them.`,
      `To remove all of them for good: outlay import revert ${id}`,
    );
  }
  await confirm(id, source);
  const deleted = await unlessGone(imports.revert(id), change);
  return {
    value: { id, deleted },
    lines: [printable(`${changeText(change)}: ${counted(deleted, "expense")}`)],
  };
}
