import { join } from "node:path";
import { Command } from "@commander-js/extra-typings";
import type { Cli } from "../../cli.ts";
import { withExamples } from "../examples.ts";

export function pathCommand(cli: Cli) {
  const command = new Command("path").description("Show where the settings lie.").action(() => {
    const path = join(cli.configFolder, "config.json");
    cli.show({ path }, () => `${path}\n`);
  });
  return withExamples(command, [
    ["Where they are", "outlay config path"],
    ["Into an editor", 'nano "$(outlay config path)"'],
  ]);
}
