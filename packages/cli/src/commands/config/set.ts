import type { Command } from "@commander-js/extra-typings";
import type { Cli } from "../../cli.ts";
import { parseSetting, parseSettingName, settingNames } from "../../config/settings.ts";
import { printable } from "../../terminal/printable.ts";
import { setHome } from "./set-home.ts";
import { withExamples } from "../../help/examples.ts";

export function setCommand(command: Command, cli: Cli) {
  command
    .argument("<setting>", settingNames.join(", "))
    .argument("<value>", "its value; for currency, an ISO 4217 code")
    .action(async (setting, text) => {
      const name = parseSettingName(setting);
      const value = parseSetting(name, text);
      const notSet = await setHome(cli, value);
      await cli.config.update((config) => ({ ...config, [name]: value }));
      cli.report({ [name]: value, home_currency: notSet ? null : value }, `Set ${name}: ${value}`);
      if (notSet) {
        cli.warn(
          printable(
            `Amounts are shown in ${value}, but it isn't your home currency yet: ${notSet.why}.\nRepeat this command later.`,
          ),
        );
      }
    });
  withExamples(command, [
    ["Say that your amounts are in naira", "outlay config set currency NGN"],
    ["Say that they are in euros", "outlay config set currency EUR"],
  ]);
}
