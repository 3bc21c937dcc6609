import { usageError } from "../../errors/cli-error.ts";
import type { GivenWords } from "@outlay/import";

/** The arguments of `outlay import`, as commander passes them. */
export interface ImportWords extends GivenWords {
  format?: string | undefined;
  saveAs?: string | undefined;
  category?: string | undefined;
  newCategories?: true | undefined;
  skipInvalid?: true | undefined;
  strictBalance?: true | undefined;
  rejects?: string | undefined;
  dryRun?: true | undefined;
  plan?: string | undefined;
  apply?: string | undefined;
  yes?: true | undefined;
}

/** The value of `--format` that uses none of the saved formats. */
export const autoFormat = "auto";

/** The options that can be given together with an existing plan. */
const besidePlan: ReadonlySet<string> = new Set<keyof ImportWords>([
  "apply",
  "dryRun",
  "skipInvalid",
  "strictBalance",
  "yes",
]);

const optionName = (attribute: string) =>
  `--${attribute.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/** @throws CliError usage */
function checkBesidePlan(words: ImportWords): void {
  const other = Object.keys(words).find((attribute) => !besidePlan.has(attribute));
  if (other === undefined) return;
  throw usageError(
    `${optionName(other)} can't change an existing plan.`,
    "With --apply, use only --dry-run, --skip-invalid, --strict-balance and --yes; or make a new plan with this option.",
  );
}

const onlyForBanks = [
  "currency",
  "map",
  "decimal",
  "sign",
  "dateFormat",
  "format",
  "saveAs",
  "skipOtherLists",
  "strictBalance",
] as const;

/** Refuses options that have no meaning for files written by Outlay itself. @throws CliError usage */
export function refuseForOwnFile(name: string, words: ImportWords): void {
  const option = onlyForBanks.find(
    (attribute) => words[attribute] !== undefined && words[attribute] !== autoFormat,
  );
  if (option === undefined) return;
  throw usageError(
    `${name} is a file written by Outlay, for which ${optionName(option)} has no meaning.`,
    `Import it without ${optionName(option)}.`,
  );
}

/** Refuses options that don't go together. @throws CliError usage */
export function checkTogether(file: string | undefined, words: ImportWords): void {
  const { apply, plan, dryRun, saveAs } = words;
  if (file !== undefined && apply !== undefined) {
    throw usageError(
      "A plan already contains the rows of its file.",
      "Name either a file, or a plan with --apply.",
    );
  }
  if (apply !== undefined) checkBesidePlan(words);
  if (saveAs !== undefined && !/^[\p{L}\p{N}_.-]{1,40}$/u.test(saveAs)) {
    throw usageError(
      "A format's name has up to 40 letters, digits, hyphens, dots and underscores.",
      "For example: outlay import bank.csv --save-as giro",
    );
  }
  if (saveAs === autoFormat) {
    throw usageError(
      `"${autoFormat}" can't be the name of a format: --format ${autoFormat} uses none.`,
      "Choose another name.",
    );
  }
  if (plan !== undefined && !dryRun) {
    throw usageError(
      "--plan saves a plan without importing, so it needs --dry-run.",
      "Add --dry-run.",
    );
  }
}
