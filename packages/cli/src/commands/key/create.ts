import type { Command } from "@commander-js/extra-typings";
import { apiKeyInput, apiKeyScopes } from "@outlay/shared";
import { apiKeysApi } from "../../api/api-keys-api.ts";
import { parseChoice } from "../../arguments/choice.ts";
import { parseExpiry } from "../../arguments/expiry.ts";
import { parseTextAnswer, parseTextOption } from "../../arguments/text-field.ts";
import type { Cli } from "../../cli.ts";
import { usageError } from "../../errors/cli-error.ts";
import { ask } from "../../terminal/ask.ts";
import { withExamples } from "../../help/examples.ts";
import { keyText } from "./key-text.ts";

const nameField = {
  kind: "text",
  title: "Name",
  example: "cron",
  input: apiKeyInput.entries.name,
} as const;

/** @throws CliError usage */
async function askName({ prompts }: Cli): Promise<string> {
  if (prompts) {
    return ask(prompts, "What is the key for?", (answer) => parseTextAnswer(nameField, answer));
  }
  throw usageError(
    "The name of the key is missing.",
    "Name it after what it is for: outlay key create cron --scope import",
  );
}

export function createCommand(command: Command, cli: Cli) {
  command
    .argument("[name]", "what it is for, shown in the list")
    .option(
      "--scope <scope>",
      "read (read only), import (import only), full (everything but keys)",
      "read",
    )
    .option("--expires <when>", "the last day it is valid, or a number of days: 90d")
    .action(async (given, { scope: scopeWord, expires }) => {
      const scope = parseChoice("Scope", scopeWord, apiKeyScopes);
      const expiresAt = expires === undefined ? null : parseExpiry(expires, cli.clock());
      const name = given === undefined ? await askName(cli) : parseTextOption(nameField, given);
      const { send } = await cli.connect();
      const made = await apiKeysApi(send).create({ name, scope, expires_at: expiresAt });
      cli.show(made, () => `${made.secret}\n`);
      cli.note(`Created ${keyText(made)}.`);
      cli.note(
        "Its secret is shown only now. Scripts read it from OUTLAY_TOKEN,\n" +
          "or from the file that OUTLAY_TOKEN_FILE names.",
      );
    });
  withExamples(command, [
    [
      "Create a key for cron, in a file",
      "(umask 077; outlay key create cron --scope import > cron.key)",
    ],
    ["Use it, without a login", "OUTLAY_TOKEN_FILE=cron.key outlay import bank.csv --yes"],
    ["Create a key that may read for three months", "outlay key create dashboard --expires 90d"],
  ]);
}
