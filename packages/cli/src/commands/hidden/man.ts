import type { Command } from "@commander-js/extra-typings";
import { calendarDayOf } from "@outlay/shared";
import { version } from "../../../package.json";
import type { Cli } from "../../cli.ts";
import { manPage } from "../../man/man-page.ts";

/**
 * Prints `outlay.1` for the build; stdin has the output of `outlay-server --help`. The page isn't imported
 * dynamically: the code it shares with every start would then be split into two more files.
 */
export function manCommand(command: Command, cli: Cli) {
  command.action(async () => {
    const day = calendarDayOf(cli.clock());
    const serverHelp = await cli.io.readInput();
    cli.io.out(manPage(command.parent ?? command, { version, day, serverHelp }));
  });
}
