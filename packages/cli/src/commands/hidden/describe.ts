import type { Command } from "@commander-js/extra-typings";
import type { Cli } from "../../cli.ts";
import { describe } from "../../help/described.ts";

/** Prints what help says of each command, for `dist/help.json`. */
export function describeCommand(command: Command, cli: Cli) {
  command.action(() => {
    cli.io.out(`${JSON.stringify(describe(command.parent ?? command))}\n`);
  });
}
