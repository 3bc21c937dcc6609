import type { Command } from "@commander-js/extra-typings";
import type { Cli } from "../../cli.ts";
import { parseSettingName, settingNames } from "../../config/settings.ts";
import { details } from "../../terminal/details.ts";
import { withExamples } from "../../help/examples.ts";

export function getCommand(command: Command, cli: Cli) {
  command
    .argument("[setting]", `${settingNames.join(", ")}; all of them if none is named`)
    .action(async (setting) => {
      const config = await cli.config.read();
      if (setting === undefined) {
        const all = settingNames.map((name) => [name, config[name] ?? null] as const);
        cli.show(Object.fromEntries(all), () =>
          details(
            all.map(([name, value]) => [name, value ?? "not set"]),
            cli.io.columns,
          ),
        );
        return;
      }
      const value = config[parseSettingName(setting)];
      cli.show(value ?? null, () => (value === undefined ? "" : `${value}\n`));
      if (value === undefined) cli.note("It is not set.");
    });
  withExamples(command, [
    ["Show all of them", "outlay config get"],
    ["Print one of them, for a script", "outlay config get currency"],
  ]);
}
