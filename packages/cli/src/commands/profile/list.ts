import type { Command } from "@commander-js/extra-typings";
import type { Cli } from "../../cli.ts";
import { localProfile } from "../../config/target.ts";
import { table } from "../../terminal/table.ts";
import { withExamples } from "../../help/examples.ts";

const columns = [{ title: "PROFILE" }, { title: "SERVER" }, { title: "IN USE" }] as const;

export function profileListCommand(command: Command, cli: Cli) {
  command.action(async () => {
    const { profiles, profile: used = localProfile } = await cli.config.read();
    const every = [
      { profile: localProfile, server: "local" },
      ...Object.entries(profiles).map(([profile, { server }]) => ({ profile, server })),
    ].map((entry) => ({ ...entry, in_use: entry.profile === used }));
    cli.show(every, () => {
      const rows = every.map((entry) => [entry.profile, entry.server, entry.in_use ? "yes" : ""]);
      return table(columns, rows, cli.io.columns);
    });
  });
  withExamples(command, [
    ["List your servers", "outlay profile list"],
    ["Print them for a program", "outlay profile list --json"],
  ]);
}
