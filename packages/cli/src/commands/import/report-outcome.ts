/** What an import says at its end. */
import { centsToText, counted } from "@outlay/shared";
import type { Cli } from "../../cli.ts";
import { CliError } from "../../errors/cli-error.ts";
import type { Outcome } from "../../import/plan/outcome.ts";
import type { PlanHead } from "../../import/plan/plan.ts";
import { groupedText } from "../../terminal/amounts.ts";
import { printable } from "../../terminal/printable.ts";
import type { ImportWords } from "./import-options.ts";
import { faultsText, restText } from "./import-text.ts";

/** The rejected rows, as the error that the command ends with. */
export function rejectionOf(
  outcome: Outcome,
  words: ImportWords,
  written: string | undefined,
): CliError {
  const { rejected } = outcome;
  const what = counted(rejected.length, "row");
  const isDone = words.skipInvalid && !words.dryRun;
  const message = isDone
    ? `${what} ${rejected.length === 1 ? "was" : "were"} rejected and left out:`
    : `${what} can't be imported${words.dryRun ? "" : ", so nothing was"}:`;
  const hints = [
    ...(written === undefined ? [] : [`They are in ${written}: mend and import it.`]),
    ...(isDone || words.skipInvalid
      ? []
      : ["Leave them out with --skip-invalid; --rejects FILE writes them to a file of their own."]),
  ];
  return new CliError(
    "rows_rejected",
    `${message}\n${faultsText(rejected)}`,
    hints.length > 0 ? { hint: hints.join(" ") } : {},
  );
}

/** As `--json` tells it (contract 3, 10). */
export const outcomeJson = (outcome: Outcome, head: PlanHead, isDry: boolean) => ({
  import_id: outcome.importId,
  source: head.source,
  read: outcome.read,
  imported: outcome.imported,
  duplicates: outcome.duplicates,
  ignored: outcome.ignored,
  rejected: outcome.rejected,
  total: centsToText(outcome.totalCents),
  detected: head.detected,
  categorised: outcome.categorised,
  dry_run: isDry,
});

export function warnOfCurrencies(cli: Cli, { centsByCurrency }: Outcome): void {
  const named = [...centsByCurrency].filter(([currency]) => currency !== "");
  if (named.length < 2) return;
  const sums = named.map(([currency, cents]) => `${currency} ${groupedText(cents)}`).join(", ");
  cli.warn(printable(`The amounts are in several currencies and stored as they stand: ${sums}.`));
}

export function reportOutcome(cli: Cli, outcome: Outcome, head: PlanHead): void {
  const { imported, totalCents, importId } = outcome;
  const name = printable(head.source);
  const lines =
    imported > 0
      ? [
          `Imported ${counted(imported, "expense")}, ${groupedText(totalCents)} in all, from ${name}.`,
          ...restText(outcome),
        ]
      : [`Nothing new in ${name}.`, ...restText(outcome)];
  cli.report(outcomeJson(outcome, head, false), lines.join("\n"));
  if (imported > 0 && importId !== null) {
    cli.note(`It can be taken back whole: outlay import revert ${importId}`);
  }
}
