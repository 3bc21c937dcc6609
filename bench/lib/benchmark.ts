import { parseArgs } from "node:util";
import type { Row } from "./text-table.ts";

/** The highest or lowest ratio that is acceptable. */
export type Aim = { most: number } | { least: number };

/** A measurement compared with another one. */
export interface Finding {
  work: string;
  /** The result in words, with its unit. */
  own: string;
  beside: string;
  /** The ratio of own to other; undefined where the other program isn't installed. */
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
  /** Faults that must never happen, such as a lost record. */
  faults?: readonly string[];
}

interface Option {
  value: number;
  least: number;
}

interface Settings<Options> {
  /** An empty folder on the disk to be measured; removed afterwards. */
  folder: string;
  options: { [Name in keyof Options]: number };
  /** The numbers of records. */
  counts: readonly number[];
  tell: (text: string) => void;
}

/** A benchmark that `node bench/run.mjs NAME` runs. */
export interface Benchmark<Options extends Record<string, Option> = Record<string, Option>> {
  /** The default of each option. */
  options: Options;
  /** The default arguments; empty if it takes none. */
  counts: readonly number[];
  leastCount?: number;
  /** Programs that it measures for comparison, or uses. */
  programs: readonly string[];
  measure(settings: Settings<Options>): Promise<Measured>;
}

/** Keeps the type of the options. */
export const benchmark = <Options extends Record<string, Option>>(
  one: Benchmark<Options>,
): Benchmark<Options> => one;

const isWhole = (value: number, least: number) => Number.isSafeInteger(value) && value >= least;

/** @throws Error that describes the wrong arguments */
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
