import { join } from "node:path";
import type { Command } from "@commander-js/extra-typings";
import type { Cli } from "../../cli.ts";
import { withExamples } from "../../help/examples.ts";

export function pathCommand(command: Command, cli: Cli) {
  command.action(() => {
    const path = join(cli.configFolder, "config.json");
    cli.show({ path }, () => `${path}\n`);
  });
  withExamples(command, [
    ["Show where they are stored", "outlay config path"],
    ["Open them in an editor", 'nano "$(outlay config path)"'],
  ]);
}
