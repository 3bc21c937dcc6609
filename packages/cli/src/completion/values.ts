/** The values of options and arguments, chosen by their name in the help. */
import {
  apiKeyScopes,
  budgetPeriods,
  expenseKinds,
  expenseOrders,
  rollovers,
  spendingGroupings,
  transferDirections,
} from "@outlay/shared";
import { monthNames } from "../arguments/period.ts";
import type { Cli } from "../cli.ts";
import { anyKinds } from "../commands/expense/kinds/filter-kinds.ts";
import { givenChoices } from "@outlay/import";
import { starterCategories } from "../commands/category/starter-list.ts";
import { shells } from "../commands/completion.ts";
import { settingNames } from "../config/settings.ts";
import { localProfile } from "../config/target.ts";
import { exportFormats } from "../export/export-text.ts";
import { categorySuggestions, everyCategory } from "./category-suggestions.ts";
import { budgetSuggestions } from "./budget-suggestions.ts";
import { type Fitting, plain, type Suggestion } from "./suggestion.ts";

/** The place where a value is written. */
export interface Place {
  /** The command: `budget add`. */
  path: string;
  /** The option that the value belongs to: `--category`; undefined for an argument. */
  option: string | undefined;
  /** The name in the help: `category`, `open|closed`. */
  name: string;
  /** Set if the command takes these values and no others. */
  choices: readonly string[] | undefined;
}

type Values = (cli: Cli, place: Place) => Fitting | Promise<Fitting>;

const words = (of: readonly string[]): Fitting => ({
  words: plain(of.map((word) => word.toLowerCase())),
});

const days = words(["today", "yesterday"]);
const thisOrLast = ["this", "last"];

async function profiles(cli: Cli): Promise<Fitting> {
  const known = Object.entries((await cli.config.read()).profiles);
  return {
    words: [
      { word: localProfile, about: "the data on this machine" },
      ...known.map(([word, { server }]) => ({ word, about: server })),
    ],
  };
}

async function savedFormats(cli: Cli): Promise<Suggestion[]> {
  const { formatsFile } = await import("../import/formats-file.ts");
  const formats = await formatsFile(cli.configFolder).read();
  return formats.map(({ name, account }) => ({ word: name, about: account ?? "" }));
}

async function rules(cli: Cli): Promise<Fitting> {
  const all = await cli.rules.read();
  return { words: all.map(({ id, pattern }) => ({ word: String(id), about: pattern })) };
}

const byName: Record<string, Values> = {
  category: (cli, { path }) => {
    if (path.startsWith("category")) return everyCategory(cli);
    return categorySuggestions(cli, path.startsWith("budget") ? "budget" : "expense");
  },
  date: () => days,
  direction: () => words(transferDirections),
  file: () => ({ words: [], paths: "files" }),
  kind: (_cli, { path }) => words(path.endsWith("edit") ? expenseKinds : anyKinds),
  folder: () => ({ words: [], paths: "folders" }),
  format: () => words(Object.keys(exportFormats)),
  mark: () => words(givenChoices.decimal),
  parent: everyCategory,
  month: () => words([...thisOrLast, ...monthNames]),
  order: () => words(expenseOrders),
  period: () => words(budgetPeriods),
  plan: () => ({ words: [], paths: "files" }),
  rollover: () => words(rollovers),
  scope: () => words(apiKeyScopes),
  setting: () => words(settingNames),
  shell: () => words(shells),
  sign: () => words(givenChoices.sign),
  what: () => words(spendingGroupings),
  year: () => words(thisOrLast),
};

/** Values that the name in the help doesn't determine. */
const byPlace: Record<string, Values> = {
  "--profile": profiles,
  "copy-to": profiles,
  "copy-to --from": profiles,
  "profile use": profiles,
  "profile rm": async (cli) => {
    const all = (await profiles(cli)).words;
    return { words: all.filter(({ word }) => word !== localProfile) };
  },
  "budget show": (cli) => budgetSuggestions(cli, "kept"),
  "budget edit": (cli) => budgetSuggestions(cli, "kept"),
  "budget rm": (cli) => budgetSuggestions(cli, "kept"),
  "budget restore": (cli) => budgetSuggestions(cli, "removed"),
  "category starter": () => words(starterCategories.map(({ name }) => name)),
  "rules rm": rules,
  "import --format": async (cli) => ({
    words: [...(await savedFormats(cli)), { word: "auto", about: "no saved format" }],
  }),
  "import formats --remove": async (cli) => ({ words: await savedFormats(cli) }),
  "import --date-format": () => ({ words: [] }),
};

const none: Values = () => ({ words: [] });

/** Rejects if the source of the values can't be read. */
export async function valuesAt(cli: Cli, place: Place): Promise<Fitting> {
  const { path, option, name, choices } = place;
  if (choices) return words(choices);
  if (name.includes("|")) return words(name.split("|"));
  const key = option === undefined ? path : `${path} ${option}`.trim();
  const values = byPlace[key] ?? byPlace[option ?? ""] ?? byName[name] ?? none;
  return values(cli, place);
}
