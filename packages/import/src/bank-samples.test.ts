/**
 * Real exports of banks and apps, with the known truth about each. They belong to others and aren't part of
 * this project: the test reads them from a neighbouring folder, and says so if they are missing.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { differences, type Truth } from "./testing/compare.ts";
import { optionWords, planOf, refusalOf } from "./testing/plan-of.ts";

type OneOrMany = string | string[];

interface Sample {
  file: string;
  n_expense_rows: number;
  total_expense: string;
  first_expense: {
    date: string;
    date_also_ok?: OneOrMany;
    amount: string;
    description: string;
    description_also_ok?: OneOrMany;
  };
}

const folder = join(import.meta.dirname, "../../../../shared/bank-csv");
const isThere = existsSync(join(folder, "index.json"));

/** The options that decide each file that can be read in two ways. */
const deciding: Record<string, string[]> = {
  "uk-card-headerless.csv": ["--sign", "expense-positive"],
  "monefy-app.csv": ["--date-format", "DD/MM/YYYY"],
  "payoneer.csv": ["--date-format", "MM/DD/YYYY"],
};

const all = (first: string, others: OneOrMany = []) => [first].concat(others);

function truthOf({ n_expense_rows, total_expense, first_expense: first }: Sample): Truth {
  return {
    expenses: n_expense_rows,
    total: total_expense,
    first: {
      dates: all(first.date, first.date_also_ok),
      amount: first.amount,
      descriptions: all(first.description, first.description_also_ok),
    },
  };
}

interface Verdict {
  file: string;
  verdict: "right" | "wrong" | "refused, then right" | "refused, then wrong";
  detail: string;
}

async function judge(sample: Sample): Promise<Verdict> {
  const { file } = sample;
  const path = join(folder, file);
  const plan = planOf(path);
  const refused = await refusalOf(plan);
  if (!refused) {
    const found = differences(await plan, truthOf(sample));
    return { file, verdict: found.length === 0 ? "right" : "wrong", detail: found.join(", ") };
  }
  const decided = deciding[file] ?? [];
  const names = decided[0] !== undefined && refused.hint?.includes(decided[0]);
  const found = names
    ? differences(await planOf(path, optionWords(decided)), truthOf(sample))
    : [`exit 8 doesn't name what decides: ${refused.message}`];
  const verdict = found.length === 0 ? "refused, then right" : "refused, then wrong";
  return { file, verdict, detail: [...found, decided.join(" ")].join(" ") };
}

if (!isThere) process.stdout.write(`Real exports of banks: skipped, there are none in ${folder}\n`);

it.skipIf(!isThere)("reads real exports right, or refuses them", async () => {
  const samples = JSON.parse(readFileSync(join(folder, "index.json"), "utf8")) as Sample[];
  const verdicts: Verdict[] = [];
  for (const sample of samples) verdicts.push(await judge(sample));

  const line = ({ file, verdict, detail }: Verdict) => `${file.padEnd(26)} ${verdict}  ${detail}`;
  process.stdout.write(`${verdicts.map((one) => line(one).trimEnd()).join("\n")}\n`);
  const right = verdicts.filter(({ verdict }) => verdict === "right");
  expect(verdicts.filter(({ verdict }) => verdict.endsWith("wrong"))).toEqual([]);
  expect(right.length).toBeGreaterThanOrEqual(38);
});
