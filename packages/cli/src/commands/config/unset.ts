import type { Command } from "@commander-js/extra-typings";
import type { Cli } from "../../cli.ts";
import { parseSettingName, settingNames } from "../../config/settings.ts";
import { unsetHome } from "./set-home.ts";
import { withExamples } from "../../help/examples.ts";

export function unsetCommand(command: Command, cli: Cli) {
  command.argument("<setting>", settingNames.join(", ")).action(async (setting) => {
    const name = parseSettingName(setting);
    await cli.config.update((config) => ({ ...config, [name]: undefined }));
    cli.report({ [name]: null }, `Unset ${name}.`);
    const kept = await unsetHome(cli);
    if (kept !== undefined) {
      cli.note(
        `Amounts are still shown in ${kept}, your home currency. It can be unset only while there are no expenses, budgets or rates.`,
      );
    }
  });
  withExamples(command, [
    ["Show amounts without a currency again", "outlay config unset currency"],
    ["Do it without any output", "outlay -q config unset currency"],
  ]);
}
