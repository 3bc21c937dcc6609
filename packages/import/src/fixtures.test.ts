import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { differences, type Truth } from "./testing/compare.ts";
import { optionWords, planOf, refusalOf } from "./testing/plan-of.ts";

interface Fixture {
  file: string;
  like: string;
  expenses: number;
  total: string;
  first: {
    date: string;
    dates_also_ok?: string[];
    amount: string;
    description: string;
    descriptions_also_ok?: string[];
  } | null;
  ignored: NonNullable<Truth["ignored"]>;
  encoding: string;
  delimiter: string;
  /** The options that decide a file that can be read in two ways. */
  refusal: { option: string; with: string[] | null } | null;
  /** The option in a refusal that is as acceptable as reading the file. */
  refusal_also_ok?: string;
  refusal_options_also_ok?: string[];
}

const folder = join(import.meta.dirname, "fixtures");
const fixtures = JSON.parse(readFileSync(join(folder, "truth.json"), "utf8")) as Fixture[];

function truthOf({ expenses, total, first, ignored, encoding, delimiter }: Fixture): Truth {
  const known = { expenses, total, ignored, encoding, delimiter };
  if (!first) return { ...known, first: undefined };
  return {
    ...known,
    first: {
      dates: [first.date, ...(first.dates_also_ok ?? [])],
      amount: first.amount,
      descriptions: [first.description, ...(first.descriptions_also_ok ?? [])],
    },
  };
}

const certain = fixtures.filter((one) => !one.refusal && one.refusal_also_ok === undefined);
const uncertain = fixtures.filter(({ refusal }) => refusal !== null);

describe("a file as institutions write it", () => {
  it.each(certain)("is read without any option: $file, like $like", async (fixture) => {
    expect(differences(await planOf(join(folder, fixture.file)), truthOf(fixture))).toEqual([]);
  });

  it.each(uncertain)("is refused if it can be read in two ways: $file", async (fixture) => {
    const { refusal, refusal_options_also_ok: others = [] } = fixture;
    const refused = await refusalOf(planOf(join(folder, fixture.file)));

    expect(refused?.code).toBe("unsure");
    const options = [refusal?.option, ...others];
    expect(options.some((option) => option && refused?.hint?.includes(option))).toBe(true);
  });

  const decidable = uncertain.filter(({ refusal }) => refusal?.with);

  it.each(decidable)("is read correctly once an option decides: $file", async (fixture) => {
    const words = optionWords(fixture.refusal?.with ?? []);
    expect(differences(await planOf(join(folder, fixture.file), words), truthOf(fixture))).toEqual(
      [],
    );
  });

  it.each(fixtures.filter((one) => one.refusal_also_ok))(
    "is refused or read correctly: $file",
    async (fixture) => {
      const plan = planOf(join(folder, fixture.file));
      const refused = await refusalOf(plan);
      const wrong = refused ? [] : differences(await plan, truthOf(fixture));
      expect(wrong).toEqual([]);
      expect(refused?.hint ?? fixture.refusal_also_ok).toContain(fixture.refusal_also_ok);
    },
  );
});
