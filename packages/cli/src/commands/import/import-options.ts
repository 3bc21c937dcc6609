import { expenseCategories, type ExpenseCategory } from "@outlay/shared";
import { parseChoice } from "../../arguments/choice.ts";
import { usageError } from "../../errors/cli-error.ts";
import type { GivenWords } from "@outlay/import";

/** The words behind `outlay import`, as commander gives them. */
export interface ImportWords extends GivenWords {
  format?: string | undefined;
  saveAs?: string | undefined;
  category?: string | undefined;
  skipInvalid?: true | undefined;
  strictBalance?: true | undefined;
  rejects?: string | undefined;
  dryRun?: true | undefined;
  plan?: string | undefined;
  apply?: string | undefined;
  yes?: true | undefined;
}

/** `--format auto`: none of the saved ones. */
export const autoFormat = "auto";

/** @throws CliError usage */
export const parseDefaultCategory = (words: ImportWords): ExpenseCategory | undefined =>
  words.category === undefined
    ? undefined
    : parseChoice("Category", words.category, expenseCategories);

/** What can still be said of a plan that was made before. */
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
    `${optionName(other)} can't change a plan that is made.`,
    "Beside --apply there may be --dry-run, --skip-invalid, --strict-balance and --yes. Or make the plan again, with it.",
  );
}

const onlyForBanks = [
  "map",
  "decimal",
  "sign",
  "dateFormat",
  "format",
  "saveAs",
  "skipOtherLists",
  "strictBalance",
] as const;

/** Outlay's own files leave nothing open that these could decide. @throws CliError usage */
export function refuseForOwnFile(name: string, words: ImportWords): void {
  const option = onlyForBanks.find(
    (attribute) => words[attribute] !== undefined && words[attribute] !== autoFormat,
  );
  if (option === undefined) return;
  throw usageError(
    `${name} is a file as Outlay writes it, which ${optionName(option)} has no say in.`,
    `Import it without ${optionName(option)}.`,
  );
}

/** Which options don't go together. @throws CliError usage */
export function checkTogether(file: string | undefined, words: ImportWords): void {
  const { apply, plan, dryRun, saveAs } = words;
  if (file !== undefined && apply !== undefined) {
    throw usageError(
      "A plan has its file inside.",
      "Name either the file, or a plan with --apply.",
    );
  }
  if (apply !== undefined) checkBesidePlan(words);
  if (saveAs !== undefined && !/^[\p{L}\p{N}_.-]{1,40}$/u.test(saveAs)) {
    throw usageError(
      "--save-as keeps how a file is read, under a name of letters, digits, - and _.",
      "Write it like: outlay import bank.csv --save-as giro",
    );
  }
  if (saveAs === autoFormat) {
    throw usageError(`"${autoFormat}" stands for no format.`, "Choose another name.");
  }
  if (plan !== undefined && !dryRun) {
    throw usageError("--plan keeps a plan without carrying it out.", "Add --dry-run.");
  }
}
