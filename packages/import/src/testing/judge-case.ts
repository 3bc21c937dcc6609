/**
 * Imports the files of a case one after the other, and compares the recorded expenses with the correct ones.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { asCents } from "./as-cents.ts";
import { optionWords, planOfText, refusalOf } from "./plan-of.ts";

/** A day, and an amount as decimal text. */
type Spent = readonly [day: string, amount: string];

export interface Case {
  name: string;
  /** The files, imported one after the other. */
  steps: { file: string; options?: string[] }[];
  /** The correct list of expenses. */
  spent: Spent[];
  /** Other lists that are equally correct. */
  spent_also_ok?: Spent[][];
  /** The descriptions of the expenses. */
  descriptions?: string[];
  /** Whether refusing a file is forbidden, acceptable or required. */
  refusal: "never" | "ok" | "must";
  /** Whether a careful reader could decide everything. */
  decidable?: boolean;
}

/** The expenses that a case records, or why it is refused. */
export interface Judged {
  verdict: "right" | "refused" | "WRONG";
  detail: string;
}

interface Recorded {
  line: string;
  description: string;
}

const lineOf = ([day, amount]: Spent): string => `${day} ${asCents(amount)}`;

/** Returns the recorded expenses, or the reason if a file or a row is refused. */
async function recordedOf(folder: string, steps: Case["steps"]): Promise<Recorded[] | string> {
  const recorded = new Map<string, Recorded>();
  for (const { file, options = [] } of steps) {
    const plan = planOfText(readFileSync(join(folder, file)), optionWords(options));
    const refused = await refusalOf(plan);
    if (refused) return `${file}: ${refused.message}`;
    const { rows } = await plan;
    for (const row of rows) {
      if (row.kind === "rejected") return `${file}, line ${row.line}: ${row.reason}`;
      if (row.kind !== "expense") continue;
      const { date, amount, description, external_id: id, known_as: knownAs = [] } = row.expense;
      if ([id, ...knownAs].some((each) => recorded.has(each))) continue;
      recorded.set(id, { line: lineOf([date, amount]), description });
    }
  }
  return [...recorded.values()];
}

const sorted = (lines: readonly string[]): string => lines.toSorted().join(", ");

/** @param folder the folder with the case's files */
export async function judge(folder: string, one: Case): Promise<Judged> {
  const recorded = await recordedOf(folder, one.steps);
  if (typeof recorded === "string") return { verdict: "refused", detail: recorded };
  const got = sorted(recorded.map(({ line }) => line));
  const right = [one.spent, ...(one.spent_also_ok ?? [])].map((spent) => sorted(spent.map(lineOf)));
  const isRight = one.refusal !== "must" && right.includes(got);
  if (!isRight) return { verdict: "WRONG", detail: `recorded ${got}; right is ${right[0]}` };
  const called = sorted(recorded.map(({ description }) => description));
  const isCalled = one.descriptions === undefined || called === sorted(one.descriptions);
  return isCalled
    ? { verdict: "right", detail: "" }
    : { verdict: "WRONG", detail: `called ${called}` };
}
