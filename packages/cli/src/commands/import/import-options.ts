import type { CalendarDate, ExpenseCategory } from "@outlay/shared";
import { expenseCategories } from "@outlay/shared";
import { parseChoice } from "../../arguments/choice.ts";
import { usageError } from "../../errors/cli-error.ts";
import type { DecimalMark } from "../../import/cells/number-cell.ts";
import { bareWords } from "../../import/cells/plain-text.ts";
import { checkMapped } from "../../import/sniff/check-map.ts";
import { knownEncoding } from "../../import/read/known-encoding.ts";
import { parseDateFormat } from "../../import/sniff/date-format.ts";
import { type ColumnMap, type Given, parseMap } from "../../import/sniff/given.ts";

/** The words behind `outlay import`, as commander gives them. */
export interface ImportWords {
  account?: string | undefined;
  format?: string | undefined;
  saveAs?: string | undefined;
  map?: string | undefined;
  delimiter?: string | undefined;
  encoding?: string | undefined;
  decimal?: string | undefined;
  dateFormat?: string | undefined;
  sign?: string | undefined;
  category?: string | undefined;
  skipInvalid?: true | undefined;
  skipOtherLists?: true | undefined;
  strictBalance?: true | undefined;
  rejects?: string | undefined;
  dryRun?: true | undefined;
  plan?: string | undefined;
  apply?: string | undefined;
  yes?: true | undefined;
}

/** `--format auto`: none of the saved ones. */
export const autoFormat = "auto";

const delimiterNames = new Map([
  ["tab", "\t"],
  ["\\t", "\t"],
  ["comma", ","],
  ["semicolon", ";"],
  ["pipe", "|"],
]);

function parseDelimiter(word: string): string {
  const delimiter = delimiterNames.get(word.toLowerCase()) ?? word;
  if (Array.from(delimiter).length === 1 && !/["\r\n]/.test(delimiter)) return delimiter;
  throw usageError(
    `"${word}" is no delimiter.`,
    "Write the one character that divides the cells, or tab.",
  );
}

export const decimalMarks: readonly DecimalMark[] = [".", ","];

function parseDecimal(word: string): DecimalMark {
  const mark = decimalMarks.find((each) => each === word);
  if (mark) return mark;
  throw usageError(`"${word}" is no decimal mark.`, "Write --decimal . or --decimal ,");
}

export const signs = { "expense-negative": "negative", "expense-positive": "positive" } as const;

function parseSign(word: string): "negative" | "positive" {
  if (word === "expense-negative" || word === "expense-positive") return signs[word];
  throw usageError(
    `"${word}" is no sign.`,
    "Write --sign expense-negative or --sign expense-positive",
  );
}

function parseColumns(word: string): ColumnMap {
  const map = parseMap(word);
  checkMapped(map);
  return map;
}

function parseAccountName(word: string): string {
  if (bareWords(word) !== "") return word;
  throw usageError(
    `"${word}" is no name of an account: it has no letter or digit.`,
    "Write it like --account giro, or leave it out.",
  );
}

const parsed = <Value>(word: string | undefined, parse: (word: string) => Value) =>
  word === undefined ? undefined : parse(word);

/** @throws CliError usage */
export const parseGiven = (words: ImportWords, today: CalendarDate): Given => ({
  today,
  encoding: parsed(words.encoding, knownEncoding),
  delimiter: parsed(words.delimiter, parseDelimiter),
  decimal: parsed(words.decimal, parseDecimal),
  dateOrder: parsed(words.dateFormat, parseDateFormat),
  sign: parsed(words.sign, parseSign),
  skipsOtherLists: words.skipOtherLists,
  map: parsed(words.map, parseColumns) ?? {},
});

/** @throws CliError usage */
export const parseAccount = (words: ImportWords): string | undefined =>
  parsed(words.account, parseAccountName);

/** @throws CliError usage */
export const parseDefaultCategory = (words: ImportWords): ExpenseCategory | undefined =>
  parsed(words.category, (word) => parseChoice("Category", word, expenseCategories));

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
