import type { Command } from "@commander-js/extra-typings";
import { apiKeyScopes } from "@outlay/shared";
import { apiKeysApi } from "../../api/api-keys-api.ts";
import { parseChoice } from "../../arguments/choice.ts";
import { parseExpiry } from "../../arguments/expiry.ts";
import type { Cli } from "../../cli.ts";
import { usageError } from "../../errors/cli-error.ts";
import { withExamples } from "../../help/examples.ts";
import { keyText } from "./key-text.ts";

/** @throws CliError usage */
async function askName(cli: Cli): Promise<string> {
  if (cli.prompts) return cli.prompts.text({ message: "What is the key for?" });
  throw usageError(
    "The name of the key is missing.",
    "Name it after what it is for: outlay key create cron --scope import",
  );
}

export function createCommand(command: Command, cli: Cli) {
  command
    .argument("[name]", "what it is for, to know it again in the list")
    .option(
      "--scope <scope>",
      "read (look only), import (import only), full (all but keys)",
      "read",
    )
    .option("--expires <when>", "the last day on which it is good, or in so many days: 90d")
    .action(async (given, { scope: scopeWord, expires }) => {
      const scope = parseChoice("Scope", scopeWord, apiKeyScopes);
      const expiresAt = expires === undefined ? null : parseExpiry(expires, cli.clock());
      const name = given ?? (await askName(cli));
      const { send } = await cli.connect();
      const made = await apiKeysApi(send).create({ name, scope, expires_at: expiresAt });
      cli.show(made, () => `${made.secret}\n`);
      cli.note(`Made ${keyText(made)}.`);
      cli.note(
        "Its secret is shown this once. Scripts take it from OUTLAY_TOKEN,\n" +
          "or from the file that OUTLAY_TOKEN_FILE names.",
      );
    });
  withExamples(command, [
    ["For cron, into a file", "(umask 077; outlay key create cron --scope import > cron.key)"],
    ["Then, without a login", "OUTLAY_TOKEN_FILE=cron.key outlay import bank.csv --yes"],
    ["To look, for three months", "outlay key create dashboard --expires 90d"],
  ]);
}
