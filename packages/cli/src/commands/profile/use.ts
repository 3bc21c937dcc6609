import { Command } from "@commander-js/extra-typings";
import type { Cli } from "../../cli.ts";
import { resolveTarget } from "../../config/target.ts";
import { withExamples } from "../examples.ts";

export function profileUseCommand(cli: Cli) {
  const command = new Command("use")
    .description("Use another profile from now on.")
    .argument("<name>", "the profile's name; local is the data on this machine")
    .action(async (name) => {
      // Refuses a profile that isn't there.
      const { server } = resolveTarget(
        { profile: name, server: undefined, insecure: cli.globals.insecure },
        cli.env,
        await cli.config.read(),
      );
      await cli.config.update((config) => ({ ...config, profile: name }));
      cli.report({ profile: name, server }, `Commands go to ${server} from now on.`);
    });
  return withExamples(command, [
    ["Back to the data on this machine", "outlay profile use local"],
    ["To a server you have logged in to", "outlay profile use outlay.example.org"],
  ]);
}
