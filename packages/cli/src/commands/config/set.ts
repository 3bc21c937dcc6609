import type { Command } from "@commander-js/extra-typings";
import type { Cli } from "../../cli.ts";
import { parseSetting, parseSettingName, settingNames } from "../../config/settings.ts";
import { withExamples } from "../../help/examples.ts";

export function setCommand(command: Command, cli: Cli) {
  command
    .argument("<setting>", settingNames.join(", "))
    .argument("<value>", "its value; for currency, an ISO 4217 code")
    .action(async (setting, text) => {
      const name = parseSettingName(setting);
      const value = parseSetting(name, text);
      await cli.config.update((config) => ({ ...config, [name]: value }));
      cli.report({ [name]: value }, `Set ${name}: ${value}`);
    });
  withExamples(command, [
    ["Show amounts in naira", "outlay config set currency NGN"],
    ["Show them in euros", "outlay config set currency EUR"],
  ]);
}
