/** Checks that a server stored what an import sent: one of an earlier version ignores fields that it doesn't know. */
import { expensesPath } from "@outlay/shared";
import { addedFieldsOf, ignoredFields, listed } from "../../api/earlier/ignored-fields.ts";
import { parseJson } from "../../api/parse-json.ts";
import { requireSuccess } from "../../api/read-answer.ts";
import type { Cli } from "../../cli.ts";
import { isLocal } from "../../config/target.ts";
import type { Connection } from "../../connection.ts";
import { CliError } from "../../errors/cli-error.ts";

interface Stored {
  id: number;
  importId: number;
}

/**
 * Returns a function that checks an imported expense.
 * @throws CliError unexpected_answer, with the way to remove what was imported
 */
export function verifying(
  cli: Cli,
  { send, target }: Connection,
): (sent: object, stored: Stored) => Promise<void> {
  let isUnable = isLocal(target);
  return async (sent, { id, importId }) => {
    if (isUnable) return;
    const answer = await send({
      method: "GET",
      path: `${expensesPath}${id}/`,
      isRepeatable: true,
    });
    if (answer.status === 403) {
      isUnable = true;
      // Without an account or a note, no sum is wrong.
      if (!addedFieldsOf(sent).some((name) => name === "kind" || name === "currency")) return;
      cli.warn(
        "This API key can't look at what it imported, so it is unknown whether the server knows all fields of this file. Check with your login: outlay list --kind any",
      );
      return;
    }
    requireSuccess(answer);
    const names = ignoredFields(sent, parseJson(answer.body));
    if (names.length === 0) return;
    throw new CliError(
      "unexpected_answer",
      `The server doesn't know ${listed(names)}: it is of an earlier version, and has imported expenses without ${names.length === 1 ? "it" : "them"} as import ${importId}.`,
      {
        hint: `To remove them: outlay import revert ${importId}. Update the server, and import again.`,
      },
    );
  };
}
