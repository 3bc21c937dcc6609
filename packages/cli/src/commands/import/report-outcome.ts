/** The messages at the end of an import. */
import { centsToText, counted } from "@outlay/shared";
import type { Cli } from "../../cli.ts";
import { CliError } from "../../errors/cli-error.ts";
import { type BalanceGap, emptyOutcome, type Outcome, type PlanHead } from "@outlay/import";
import { groupedText, type Money } from "../../terminal/amounts.ts";
import { printable } from "../../terminal/printable.ts";
import type { ImportWords } from "./import-options.ts";
import type { Planning } from "./plan-import.ts";
import { faultsText, leftOutText, importedText, restText } from "./import-text.ts";

/** The hint on what to do about rejected rows. */
function hintFor({ mayLeaveOut, rejectsWritten }: Planning, isPlan: boolean): string | undefined {
  if (rejectsWritten !== undefined) {
    const mend = `They are in ${rejectsWritten}: correct that file and import it.`;
    return mayLeaveOut ? mend : `${mend} To leave them out: --skip-invalid`;
  }
  if (mayLeaveOut) return undefined;
  if (isPlan) return "Leave them out with --skip-invalid";
  return "Leave them out with --skip-invalid; --rejects FILE writes them to a separate file.";
}

/** The error for rejected rows; undefined if there are none. */
export function rejectionOf(planning: Planning, words: ImportWords): CliError | undefined {
  const { rejected } = planning.preview;
  if (rejected.length === 0) return undefined;
  const what = counted(rejected.length, "row");
  const isDone = planning.mayLeaveOut && !words.dryRun;
  const message = isDone
    ? `${what} ${rejected.length === 1 ? "was" : "were"} rejected and left out:`
    : `${what} can't be imported${words.dryRun ? "" : ", so nothing was imported"}:`;
  const hint = hintFor(planning, words.apply !== undefined);
  return new CliError(
    "rows_rejected",
    `${message}\n${faultsText(rejected)}`,
    hint === undefined ? {} : { hint },
  );
}

/** The outcome in the format of `--json`. */
export const outcomeJson = (outcome: Outcome, head: PlanHead, isDry: boolean) => ({
  import_id: outcome.imported > 0 ? outcome.importId : null,
  source: head.source,
  read: outcome.read,
  imported: outcome.imported,
  duplicates: outcome.duplicates,
  ignored: outcome.ignored,
  rejected: outcome.rejected,
  balance_gaps: outcome.balanceGaps.map(({ lines, missingCents }) => ({
    lines,
    missing: centsToText(missingCents),
  })),
  total: centsToText(outcome.totalCents),
  unconverted: sumsOf(outcome).map(({ currency, cents, count }) => ({
    currency,
    total: centsToText(cents),
    count,
  })),
  currency: outcome.currencies?.named ?? null,
  home_currency: outcome.currencies?.home ?? null,
  home_currency_set: outcome.currencies?.isHomeSet ?? false,
  detected: head.detected,
  categorised: outcome.categorised,
  unknown_categories: [...outcome.unknownWords].map(([name, count]) => ({ name, count })),
  new_categories: [...outcome.newCategories].map(([key, name]) => ({ key, name })),
  dry_run: isDry,
});

const shownGaps = 5;

/** The first few gaps in the balance, one per line, with the lines around each. */
function gapsText(gaps: readonly BalanceGap[]): string {
  const lines = gaps.slice(0, shownGaps).map(({ lines: [above, below], missingCents }) => {
    const amount = groupedText(Math.abs(missingCents));
    const way = missingCents < 0 ? "went out" : "came in";
    return `lines ${above} and ${below}: ${amount} more ${way} than the rows show`;
  });
  const more = gaps.length - lines.length;
  return [...lines, ...(more > 0 ? [`… and ${more} more`] : [])].join("\n");
}

const gapsMessage = ({ balanceGaps }: Outcome): string =>
  `The balance doesn't match the rows between\n${gapsText(balanceGaps)}`;

/** The error for gaps in the balance; undefined if there are none, or without `--strict-balance`. */
export function gapOf({ preview }: Planning, { strictBalance }: ImportWords): CliError | undefined {
  if (!strictBalance || preview.balanceGaps.length === 0) return undefined;
  return new CliError("import_unsure", `${gapsMessage(preview)}\nNothing was imported.`, {
    hint: "Export the complete file again. To import it as it is, leave out --strict-balance.",
  });
}

export function warnOfGaps(cli: Cli, preview: Outcome): void {
  if (preview.balanceGaps.length > 0) cli.warn(gapsMessage(preview));
}

const sumsOf = ({ unconverted }: Outcome) =>
  [...unconverted].map(([currency, sum]) => ({ currency, ...sum }));

/** Tells what an import means for the home currency, each time. */
function tellCurrencies(cli: Cli, { currencies }: Outcome): void {
  if (!currencies) return;
  const { named, home, isHomeSet } = currencies;
  if (isHomeSet) {
    cli.note(`Your home currency is now ${home}, as the file names it.`);
  } else if (home === null && named !== null) {
    cli.note(
      `The amounts are in ${named}. They were recorded like your other amounts, without a currency, because your home currency isn't set.\nIf all of them are in ${named}, set it with: outlay config set currency ${named}`,
    );
  }
}

/** The outcome of a plan that isn't carried out. */
function withNothingImported(outcome: Outcome): Outcome {
  const { read, duplicates, ignored, rejected, balanceGaps } = outcome;
  return { ...emptyOutcome(), read, duplicates, ignored, rejected, balanceGaps };
}

/** Reports an import that rejected rows have blocked. A program gets every row. */
export function reportNothing(cli: Cli, preview: Outcome, head: PlanHead): void {
  cli.show(outcomeJson(withNothingImported(preview), head, false), () => "");
}

export function reportOutcome(cli: Cli, outcome: Outcome, head: PlanHead, money: Money): void {
  const { imported, importId } = outcome;
  const name = printable(head.source);
  const lines =
    imported > 0
      ? [`Imported ${importedText(outcome, money)}, from ${name}.`, ...restText(outcome)]
      : [`Nothing new in ${name}.`, ...restText(outcome)];
  cli.report(outcomeJson(outcome, head, false), lines.join("\n"));
  const left = leftOutText(outcome);
  if (left !== undefined) cli.note(left);
  tellCurrencies(cli, outcome);
  if (imported > 0 && importId !== null) {
    cli.note(`To revert the whole import: outlay import revert ${importId}`);
  }
}
