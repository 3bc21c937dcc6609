import type { Command } from "@commander-js/extra-typings";
import { counted } from "@outlay/shared";
import type { FoundBackup } from "../../backend/embedded.ts";
import type { Cli } from "../../cli.ts";
import { CliError, usageError } from "../../errors/cli-error.ts";
import { toCliError } from "../../errors/present-error.ts";
import { printable } from "../../terminal/printable.ts";
import { withExamples } from "../../help/examples.ts";
import { describedData } from "./described-data.ts";
import { useAccount } from "./use-account.ts";

interface RestoreOptions {
  yes?: true | undefined;
  account?: string | undefined;
}

/** @throws CliError usage, interrupted */
async function confirm(
  cli: Cli,
  file: string,
  found: FoundBackup,
  { yes, account }: RestoreOptions,
): Promise<void> {
  if (account !== undefined && !found.usernames.includes(account)) {
    const names = found.usernames.join(", ");
    throw usageError(`${file} has no account "${account}".`, `Its accounts: ${names}.`);
  }
  if (!found.isWhole) {
    cli.warn(`${file} is a data folder's outlay.json; changes still in the journal are not in it.`);
  }
  if (yes) return;
  if (!cli.prompts) {
    throw usageError(
      "Replacing the data needs confirmation.",
      "Add --yes to do it without being asked.",
    );
  }
  cli.say(printable(`${file} has ${describedData(found)}.`));
  if (!(await cli.prompts.confirm("Replace the data on this machine with it?"))) {
    throw new CliError("interrupted", "Nothing was changed.");
  }
}

/** Runs after the data were replaced: a failure here must not read as if they weren't. */
async function accountOf(
  cli: Cli,
  usernames: readonly string[],
  { yes, account }: RestoreOptions,
): Promise<{ account: string | null; failure?: CliError }> {
  try {
    return { account: await useAccount(cli, usernames, { wanted: account, mayAsk: yes !== true }) };
  } catch (error) {
    const failure = toCliError(error);
    // Ctrl-C at the question means no.
    return failure.code === "interrupted" ? { account: null } : { account: null, failure };
  }
}

export function restoreBackupCommand(command: Command, cli: Cli) {
  command
    .argument("<file>", "a file written by outlay backup")
    .option("-y, --yes", "do it without asking")
    .option("--account <name>", "use this account of the backup from now on, with a new password")
    .action(async (file, options) => {
      const { restoreBackup } = await import("../../backend/embedded.ts");
      const restored = await restoreBackup(cli.localOptions(), file, (found) =>
        confirm(cli, file, found, options),
      );
      const { usernames, expenses, budgets, keptIn, endedKeys } = restored;
      const { account, failure } = await accountOf(cli, usernames, options);
      cli.report(
        { file, accounts: usernames, expenses, budgets, kept_in: keptIn, account },
        printable(`Restored ${describedData(restored)} from ${file}.`),
      );
      if (keptIn !== null) cli.note(`The previous data are kept in ${keptIn}`);
      if (endedKeys > 0) {
        cli.note(
          `${counted(endedKeys, "API key")} from the backup had to be revoked, because they may have been revoked since it was made. ` +
            "Create new ones with: outlay key create",
        );
      }
      if (failure) {
        throw new CliError(
          failure.code,
          `The data are restored, but no account is set up: ${failure.message}`,
          {
            hint: "After fixing that, restore again with --account NAME.",
            cause: failure,
          },
        );
      }
      if (account === null) {
        cli.note(
          "This machine has no login for any account in the backup. Log in with:\n" +
            "  outlay login --server local\n" +
            `or restore again with --account NAME, which sets a new password.`,
        );
      } else cli.note(`Commands on this machine use the account ${printable(account)}.`);
    });
  withExamples(command, [
    ["See what it contains, and decide", "outlay restore-backup outlay-2026-11-22.json"],
    [
      "Restore on a new machine, from a script",
      "outlay restore-backup outlay-2026-11-22.json --yes --account ada",
    ],
  ]);
}
