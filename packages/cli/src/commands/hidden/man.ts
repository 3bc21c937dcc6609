import type { Command } from "@commander-js/extra-typings";
import { version } from "../../../package.json";
import type { Cli } from "../../cli.ts";

/** Prints `outlay.1`, for the build; stdin has what `outlay-server --help` says. */
export function manCommand(command: Command, cli: Cli) {
  command.action(async () => {
    const { manPage } = await import("../../man/man-page.ts");
    const day = cli.clock().toISOString().slice(0, 10);
    const serverHelp = await cli.io.readInput();
    cli.io.out(manPage(command.parent ?? command, { version, day, serverHelp }));
  });
}
