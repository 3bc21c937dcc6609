import type { Command } from "@commander-js/extra-typings";
import type { Cli } from "../../cli.ts";
import { type Config } from "../../config/config-file.ts";
import { knownProfile, localProfile } from "../../config/target.ts";
import { CliError, usageError } from "../../errors/cli-error.ts";
import { tellWaiting } from "../../outbox/tell-waiting.ts";
import { printable } from "../../terminal/printable.ts";
import { changesFile } from "../../undo/changes-file.ts";
import { withExamples } from "../../help/examples.ts";

/** @throws CliError usage, interrupted */
async function confirm(cli: Cli, name: string, server: string): Promise<void> {
  if (!cli.prompts) {
    throw usageError(
      "Removing a profile needs confirmation.",
      "Add --yes to remove it without being asked.",
    );
  }
  const question = `Remove ${name} (${server}) and its tokens? The data on the server stay.`;
  if (!(await cli.prompts.confirm(printable(question)))) {
    throw new CliError("interrupted", "Nothing was removed.");
  }
}

function without({ profile, profiles, ...rest }: Config, name: string): Config {
  const { [name]: _removed, ...others } = profiles;
  const isUsed = profile === undefined || profile === name;
  return { ...rest, profiles: others, ...(isUsed ? {} : { profile }) };
}

export function profileRmCommand(command: Command, cli: Cli) {
  command
    .argument("<name>", "the profile's name")
    .option("-y, --yes", "remove without asking")
    .action(async (name, { yes }) => {
      if (name === localProfile) {
        throw usageError(
          `The profile "${localProfile}" is the data on this machine and is always there.`,
          "To end its session: outlay logout --profile local",
        );
      }
      const { server } = knownProfile(await cli.config.read(), name);
      if (!yes) await confirm(cli, name, server);
      // In this order, an interrupted removal can be repeated; tokens without a profile would never be found.
      await cli.credentials.dropProfile(name);
      let isLastOfServer = false;
      let used: string = localProfile;
      let wasUsed = false;
      await cli.config.update((config) => {
        const left = without(config, name);
        isLastOfServer = !Object.values(left.profiles).some((other) => other.server === server);
        used = left.profile ?? localProfile;
        wasUsed = config.profile === name;
        return left;
      });
      if (isLastOfServer) await changesFile(cli.configFolder).dropServer(server);
      cli.report(
        { profile: name, server, in_use: used },
        printable(`Removed the profile ${name}.`),
      );
      if (isLastOfServer) await tellWaiting(cli, (kept) => kept.server === server, server);
      if (wasUsed) cli.note("Commands go to the data on this machine from now on (profile local).");
    });
  withExamples(command, [
    ["Remove it, after a question", "outlay profile rm outlay.example.org"],
    ["Remove it without being asked", "outlay profile rm outlay.example.org --yes"],
  ]);
}
