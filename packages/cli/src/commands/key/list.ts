import type { Command } from "@commander-js/extra-typings";
import { clockTimeOf } from "@outlay/shared";
import { apiKeysApi } from "../../api/api-keys-api.ts";
import type { ApiKey } from "../../api/received/records.ts";
import type { Cli } from "../../cli.ts";
import { type Column, table } from "../../terminal/table.ts";
import { withExamples } from "../../help/examples.ts";
import { dayText } from "./key-text.ts";

const columns: readonly Column[] = [
  { title: "ID", align: "right" },
  { title: "NAME", isFlexible: true },
  { title: "SCOPE" },
  { title: "LAST USED" },
  { title: "ENDS", isOptional: true },
  { title: "MADE", isOptional: true },
];

function endText({ expires_at }: ApiKey, now: Date): string {
  if (expires_at === null) return "";
  return Date.parse(expires_at) <= now.getTime() ? "over" : dayText(expires_at);
}

const useText = ({ last_used_at }: ApiKey): string =>
  last_used_at === null
    ? "never"
    : `${dayText(last_used_at)} ${clockTimeOf(new Date(last_used_at))}`;

export function listCommand(command: Command, cli: Cli) {
  command.action(async () => {
    const { send } = await cli.connect();
    const keys = await apiKeysApi(send).list();
    const now = cli.clock();
    const rows = keys.map((key) => [
      String(key.id),
      key.name,
      key.scope,
      useText(key),
      endText(key, now),
      dayText(key.created_at),
    ]);
    cli.show(keys, () => (rows.length === 0 ? "" : table(columns, rows, cli.io.columns)));
    if (rows.length === 0) {
      cli.note("No keys yet. Create one: outlay key create cron --scope import");
    }
  });
  withExamples(command, [
    ["List the keys, and when they were last used", "outlay key list"],
    ["Print them for a program", "outlay key list --json"],
  ]);
}
