/** Takes an import back, if it has nothing but what the import brought in. */
import { counted } from "@outlay/shared";
import type { Connection } from "../connection.ts";
import { printable } from "../terminal/printable.ts";
import { type ChangeOf, changeText } from "./change.ts";
import { findSeen, refusal, type TakenBack, unlessGone } from "./taken-back.ts";

/**
 * @param confirm is called before its expenses are removed for good
 * @throws CliError not_found, changed_since, and what `confirm` throws: nothing was done
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
      `Import ${id} has ${counted(batch.created, "expense")} by now; the last change brought in ${expenseCount} of them.`,
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
