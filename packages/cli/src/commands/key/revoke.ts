import type { Command } from "@commander-js/extra-typings";
import { apiKeysApi } from "../../api/api-keys-api.ts";
import { parseRecordId } from "../../arguments/record-id.ts";
import type { Cli } from "../../cli.ts";
import { withExamples } from "../../help/examples.ts";
import { keyText } from "./key-text.ts";

export function revokeCommand(command: Command, cli: Cli) {
  command.argument("<id>", "its id, as shown in the list").action(async (word) => {
    const id = parseRecordId(word);
    const { send } = await cli.connect();
    const keys = apiKeysApi(send);
    const key = (await keys.list()).find((each) => each.id === id);
    await keys.revoke(id);
    cli.report(key ?? { id }, `Revoked ${key ? keyText(key) : `key ${id}`}.`);
  });
  withExamples(command, [
    ["Revoke a key that is no longer needed, or has leaked", "outlay key revoke 3"],
    ["List the keys first", "outlay key list"],
  ]);
}
