import type { Section } from "../lib/benchmark.ts";
import type { Row } from "../lib/text-table.ts";
import type { Creates, Rewrites } from "./measure-creates.ts";
import type { Folding } from "./measure-folding.ts";
import type { Opening } from "./measure-opening.ts";

export interface Figures {
  creates: Creates[];
  rewrites: Rewrites[];
  openings: Opening[];
  foldings: Folding[];
}

const sized = (count: number) => count.toLocaleString("en");
const ms = (value: number) => value.toFixed(value < 10 ? 2 : 0);
const ratio = (value: number) => value.toFixed(2);
const mib = (value: number) => value.toFixed(0);

function createRows(creates: readonly Creates[], rewrites: readonly Rewrites[]): Row[] {
  const first = creates[0]?.medianMs ?? Number.NaN;
  return creates.map((size) => {
    const rewrite = rewrites.find(({ count }) => count === size.count);
    return {
      expenses: sized(size.count),
      "median ms": ms(size.medianMs),
      "p99 ms": ms(size.p99Ms),
      "to first": ratio(size.medianMs / first),
      "journal bytes": size.journalBytes.toFixed(0),
      "node: write+datasync ms": ms(size.bareMedianMs),
      "its p99 ms": ms(size.bareP99Ms),
      "whole file, unsynced ms": rewrite ? ms(rewrite.medianMs) : "",
    };
  });
}

const openingRows = (openings: readonly Opening[]): Row[] =>
  openings.map((size) => ({
    expenses: sized(size.count),
    "open ms": ms(size.openMedianMs),
    "JSON.parse ms": ms(size.parseMedianMs),
    "to it": ratio(size.openMedianMs / size.parseMedianMs),
    "decode + JSON.parse ms": ms(size.decodeAndParseMedianMs),
    "to them": ratio(size.openMedianMs / size.decodeAndParseMedianMs),
  }));

const foldingRows = (foldings: readonly Folding[]): Row[] =>
  foldings.map(({ count, lanes, folding, calm, ...size }) => ({
    expenses: sized(count),
    "at once": String(lanes),
    "fold s": (size.foldMedianMs / 1000).toFixed(2),
    folds: String(size.folds),
    requests: String(folding.requests),
    "median ms": ms(folding.medianMs),
    "p99 ms": ms(folding.p99Ms),
    "slowest ms": ms(folding.slowestMs),
    "slowest find ms": ms(folding.slowestFindMs),
    "loop held ms": ms(size.blockedMs),
    "by own work ms": size.workedMs === null ? "" : ms(size.workedMs),
    "| otherwise: median ms": ms(calm.medianMs),
    "p99 ms ": ms(calm.p99Ms),
    "slowest ms ": ms(calm.slowestMs),
  }));

function memoryRows({ creates, openings, foldings }: Figures): Row[] {
  return openings.map(({ count, peakMiB }) => {
    const of = (sizes: readonly { count: number; peakMiB: number }[]) =>
      mib(Math.max(...sizes.filter((size) => size.count === count).map((size) => size.peakMiB)));
    return {
      expenses: sized(count),
      "opened MiB": mib(peakMiB),
      "after creates MiB": of(creates),
      "while folding MiB": of(foldings),
    };
  });
}

export const reportSections = (figures: Figures): Section[] => [
  {
    title: "One durable create at a time",
    rows: createRows(figures.creates, figures.rewrites),
  },
  { title: "Opening, each time in a new process; medians", rows: openingRows(figures.openings) },
  {
    title: "Creates and finds over HTTP while the journal is folded into the snapshot",
    rows: foldingRows(figures.foldings),
  },
  { title: "Peak memory of the store", rows: memoryRows(figures) },
];
