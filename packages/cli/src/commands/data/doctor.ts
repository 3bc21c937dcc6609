import type { Command } from "@commander-js/extra-typings";
import { counted } from "@outlay/shared";
import type { Cli } from "../../cli.ts";
import { examineConfig } from "../../config/examine-config.ts";
import { configFolder } from "../../config/paths.ts";
import { CliError } from "../../errors/cli-error.ts";
import { checksText } from "../../terminal/checks.ts";
import { withExamples } from "../../help/examples.ts";

export function doctorCommand(command: Command, cli: Cli) {
  command.action(async () => {
    const { examineData } = await import("../../backend/embedded.ts");
    const uid = process.getuid?.();
    const { folder, checks: dataChecks } = await examineData(cli.localOptions(), uid);
    const configChecks = await examineConfig({
      folder: configFolder(cli.env, process.platform),
      uid,
      readConfig: () => cli.config.read(),
      readCredentials: () => cli.credentials.check(),
    });
    const checks = [...dataChecks, ...configChecks];
    const faults = checks.filter(({ state }) => state === "fault");
    const noteCount = checks.filter(({ state }) => state === "note").length;

    cli.show({ folder, checks, ok: faults.length === 0 }, () =>
      checksText(cli.globals.quiet ? faults : checks, cli.io.columns),
    );
    if (faults.length > 0) {
      const found = faults.length === 1 ? "1 fault was" : `${faults.length} faults were`;
      throw new CliError("faults_found", `${found} found; each is listed with what to do.`);
    }
    if (cli.globals.json || cli.globals.quiet) return;
    cli.io.out(noteCount > 0 ? `All is well; ${counted(noteCount, "note")}.\n` : "All is well.\n");
  });
  withExamples(command, [
    ["Check everything, and see what to do about faults", "outlay doctor"],
    ["Run by cron every night: prints only faults", "outlay doctor --quiet"],
    [
      "Check a household's data, on the machine that serves them",
      "OUTLAY_DATA=/srv/outlay outlay doctor",
    ],
  ]);
}
