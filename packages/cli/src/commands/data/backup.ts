import type { Command } from "@commander-js/extra-typings";
import type { Cli } from "../../cli.ts";
import { isLocal } from "../../config/target.ts";
import { checkNotOwn } from "../../files/new-file.ts";
import { ownFolders } from "../../files/own-folders.ts";
import { fileSize } from "@outlay/shared";
import { printable } from "../../terminal/printable.ts";
import { withExamples } from "../../help/examples.ts";
import { describedData } from "./described-data.ts";

export function backupCommand(command: Command, cli: Cli) {
  command
    .argument("<file>", "the file to create; it contains everything, readable only by you")
    .option("-f, --force", "replace the file if it exists")
    .action(async (file, { force }) => {
      const { backUp } = await import("../../backend/embedded.ts");
      await checkNotOwn({ path: file, what: "the backup" }, await ownFolders(cli));
      const made = await backUp(cli.localOptions(), file, force === true);
      const { usernames, expenses, budgets, sizeBytes } = made;
      cli.report(
        { file, bytes: sizeBytes, accounts: usernames, expenses, budgets },
        printable(`Backed up ${describedData(made)} to ${file} (${fileSize(sizeBytes)}).`),
      );
      // Only needed for a remark: this command doesn't report broken settings.
      const target = await cli.target().catch(() => undefined);
      if (target && !isLocal(target)) {
        cli.note(
          `This backs up the data on this machine. Back up ${target.server} on that machine.`,
        );
      }
    });
  withExamples(command, [
    ["Back up to a file with today's date", "outlay backup outlay-$(date +%F).json"],
    [
      "Run by cron every night, replacing the previous backup",
      "outlay -q backup --force outlay.backup",
    ],
  ]);
}
