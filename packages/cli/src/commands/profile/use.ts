import type { Command } from "@commander-js/extra-typings";
import type { Cli } from "../../cli.ts";
import { resolveTarget } from "../../config/target.ts";
import { withExamples } from "../../help/examples.ts";

export function profileUseCommand(command: Command, cli: Cli) {
  command
    .argument("<name>", "the profile's name; local is the data on this machine")
    .action(async (name) => {
      // Refuses a profile that doesn't exist.
      const { server } = resolveTarget(
        { profile: name, server: undefined, insecure: cli.globals.insecure },
        cli.env,
        await cli.config.read(),
      );
      await cli.config.update((config) => ({ ...config, profile: name }));
      cli.report({ profile: name, server }, `Commands go to ${server} from now on.`);
    });
  withExamples(command, [
    ["Switch back to the data on this machine", "outlay profile use local"],
    ["Switch to a server you have logged in to", "outlay profile use outlay.example.org"],
  ]);
}
