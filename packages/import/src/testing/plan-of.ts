/** Plans files for tests. Everything is real except the server. */
import { History } from "../categories/history.ts";
import type { SavedFormat } from "../formats/saved-format.ts";
import { type GivenWords, parseGiven } from "../given/parse-given.ts";
import { makePlan, type MadePlan } from "../plan/make-plan.ts";
import type { PlannedExpense, PlanRow } from "../plan/plan.ts";
import { newPlanFile } from "../plan/plan-file.ts";
import { keptSource, type Source } from "../read/source.ts";
import { ImportRefusal } from "../refusal.ts";
import type { Rule } from "../rules/rule.ts";
import { sourceOfFile } from "./source-of-file.ts";

export interface PlanOf extends MadePlan {
  rows: PlanRow[];
  expenses: PlannedExpense[];
}

// A day later than every day in the tests' files.
const today = "2026-11-22";

/** The options that affect a plan. */
export interface PlanWords extends GivenWords {
  format?: string | undefined;
  saveAs?: string | undefined;
}

interface Surroundings {
  rules?: readonly Rule[];
  history?: History;
  formats?: readonly SavedFormat[];
  /** The external ids of the expenses from the import that these rows were rejected from. */
  imported?: readonly string[];
  onProgress?: (fraction: number) => void;
}

async function planned(
  source: Source,
  words: PlanWords,
  { rules = [], history = new History(), formats = [], imported = [], onProgress }: Surroundings,
): Promise<PlanOf> {
  const plan = await newPlanFile();
  try {
    const made = await makePlan({
      source,
      plan,
      given: parseGiven(words, today),
      formats: {
        saved: formats,
        wanted: formats.find(({ name }) => name === words.format),
        isAuto: false,
      },
      saveAs: words.saveAs,
      rules,
      keepsRejects: true,
      pastFor: () => Promise.resolve({ history, imported, isStored: () => false }),
      ...(onProgress ? { onProgress } : {}),
    });
    const rows: PlanRow[] = [];
    for await (const some of plan.rows()) rows.push(...some);
    const expenses = rows.flatMap((row) => (row.kind === "expense" ? [row.expense] : []));
    return { ...made, rows, expenses };
  } finally {
    await source.close();
    await plan.close();
  }
}

/** @throws ImportRefusal */
export const planOf = (file: string, words: PlanWords = {}): Promise<PlanOf> =>
  planned(sourceOfFile(file), words, {});

/** Plans text or bytes that aren't in a file. @throws ImportRefusal */
export const planOfText = async (
  text: string | Uint8Array,
  words: PlanWords = {},
  surroundings: Surroundings = {},
): Promise<PlanOf> => {
  // oxlint-disable-next-line require-await -- a stream of what is there already
  const input = async function* () {
    yield typeof text === "string" ? Buffer.from(text) : text;
  };
  return planned(await keptSource("standard input", input()), words, surroundings);
};

/** Returns the format that `--save-as` saves. */
export async function savedFrom(
  text: string | Uint8Array,
  words: PlanWords,
  formats: readonly SavedFormat[] = [],
): Promise<SavedFormat> {
  const { format } = await planOfText(text, { ...words, saveAs: "giro" }, { formats });
  if (!format) throw new Error("nothing was read");
  return format;
}

/** Returns the refusal that planning ends with; undefined if it succeeds. */
export const refusalOf = (plan: Promise<PlanOf>): Promise<ImportRefusal | undefined> =>
  plan.then(
    () => undefined,
    (error: unknown) => {
      if (error instanceof ImportRefusal) return error;
      throw error;
    },
  );

/** Parses `--date-format DD/MM/YYYY` into options, as commander does. */
export function optionWords(args: readonly string[]): PlanWords {
  const words: Record<string, string> = {};
  for (let at = 0; at < args.length; at += 2) {
    const name = (args[at] ?? "")
      .replace(/^--/, "")
      .replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
    words[name] = args[at + 1] ?? "";
  }
  return words;
}
