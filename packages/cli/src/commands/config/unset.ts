import { Command } from "@commander-js/extra-typings";
import type { Cli } from "../../cli.ts";
import { parseSettingName, settingNames } from "../../config/settings.ts";
import { withExamples } from "../examples.ts";

export function unsetCommand(cli: Cli) {
  const command = new Command("unset")
    .description("Take a setting back to what it is without being set.")
    .argument("<setting>", settingNames.join(", "))
    .action(async (setting) => {
      const name = parseSettingName(setting);
      await cli.config.update((config) => ({ ...config, [name]: undefined }));
      cli.report({ [name]: null }, `Unset ${name}.`);
    });
  return withExamples(command, [
    ["Show amounts bare again", "outlay config unset currency"],
    ["Without a word", "outlay -q config unset currency"],
  ]);
}
