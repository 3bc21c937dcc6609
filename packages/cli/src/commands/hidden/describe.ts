import type { Command } from "@commander-js/extra-typings";
import type { Cli } from "../../cli.ts";
import { describe } from "../../help/described.ts";

/** Prints the help of each command as data, for `dist/help.json`. */
export function describeCommand(command: Command, cli: Cli) {
  command.action(() => {
    cli.io.out(`${JSON.stringify(describe(command.parent ?? command))}\n`);
  });
}
