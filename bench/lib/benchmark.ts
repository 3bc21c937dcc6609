import { parseArgs } from "node:util";
import type { Row } from "./text-table.ts";

/** What a ratio is to be at most, or at least. */
export type Aim = { most: number } | { least: number };

/** Something that was measured beside something else. */
export interface Finding {
  work: string;
  /** As it is told: with its unit. */
  own: string;
  beside: string;
  /** Of own to the other; undefined where the other isn't installed. */
  ratio: number | undefined;
  aim: Aim;
}

export interface Section {
  title: string;
  rows?: readonly Row[];
  text?: string;
}

export interface Measured {
  sections: readonly Section[];
  findings: readonly Finding[];
  /** What must never be, like a record that is lost. */
  faults?: readonly string[];
}

interface Option {
  value: number;
  least: number;
}

interface Settings<Options> {
  /** An empty one, on the disk to be measured; removed afterwards. */
  folder: string;
  options: { [Name in keyof Options]: number };
  /** Of records. */
  counts: readonly number[];
  tell: (text: string) => void;
}

/** Something that `node bench/run.mjs NAME` measures. */
export interface Benchmark<Options extends Record<string, Option> = Record<string, Option>> {
  /** What each option is where the command line doesn't say it. */
  options: Options;
  /** The arguments where there are none; nothing if it takes none. */
  counts: readonly number[];
  leastCount?: number;
  /** Programs that it measures beside, or with. */
  programs: readonly string[];
  measure(settings: Settings<Options>): Promise<Measured>;
}

/** Keeps which options there are. */
export const benchmark = <Options extends Record<string, Option>>(
  one: Benchmark<Options>,
): Benchmark<Options> => one;

const isWhole = (value: number, least: number) => Number.isSafeInteger(value) && value >= least;

/** @throws Error, with what is wrong with the arguments */
export function readSettings(
  { options, counts, leastCount = 1 }: Benchmark,
  args: readonly string[],
): { options: Record<string, number>; counts: readonly number[]; disk: string | undefined } {
  const named = Object.fromEntries(
    [...Object.keys(options), "folder"].map((name) => [name, { type: "string" as const }]),
  );
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: counts.length > 0,
    options: named,
  });
  const read = Object.entries(options).map(([name, { value, least }]): [string, number] => {
    const given = Number(values[name] ?? value);
    if (!isWhole(given, least))
      throw new Error(`--${name} must be a whole number of at least ${least}.`);
    return [name, given];
  });
  const given = positionals.map(Number);
  if (!given.every((count) => isWhole(count, leastCount))) {
    throw new Error(`The number of records must be a whole number of at least ${leastCount}.`);
  }
  return {
    options: Object.fromEntries(read),
    counts: given.length > 0 ? given : counts,
    disk: values["folder"],
  };
}
