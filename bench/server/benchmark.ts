/**
 * Measures how fast a server answers, compared with bare `node:http`, and how it copes with many
 * clients at once. Needs wrk.
 */
import { type Aim, benchmark, type Finding, type Section } from "../lib/benchmark.ts";
import { isInstalled } from "../lib/programs.ts";

import { highest, median, quantile } from "../lib/statistics.ts";
import { measureRates, medianOf, type Rate, type Rates, ratioOf } from "./measure-rates.ts";
import { measureStalls, type Stalls } from "./measure-stalls.ts";
import { peerProgram } from "./peer.ts";
import { type Mixed, measureMixed, type Sent } from "./mixed-load.ts";

const foldsWhileReading = 3;
const numberOr = (value: number, otherwise: string) =>
  Number.isNaN(value) ? otherwise : value.toFixed(0);

const ratesSection = ({ bare, get, post, django }: Rates): Section => ({
  title: "Requests of one kind, 16 connections",
  rows: [bare, get, post, ...(django ? [django.get, django.post] : [])].map((rate) => ({
    request: rate.what,
    "per second": medianOf(rate, "perSecond").toFixed(0),
    "of node:http": ratioOf(rate, bare, "perSecond").toFixed(2),
    "p99 ms": medianOf(rate, "p99Ms").toFixed(1),
    // The time of one process; other servers have several.
    "busy µs": numberOr(medianOf(rate, "busyMicroseconds"), ""),
  })),
});

const told = (rate: Rate) =>
  `${Math.round(medianOf(rate, "perSecond")).toLocaleString("en")} a second`;

function rateFinding(work: string, own: Rate, other: Rate | undefined, aim: Aim): Finding {
  return {
    work,
    own: told(own),
    beside: other ? `${other.what}: ${told(other)}` : "Django REST framework",
    ratio: other && ratioOf(own, other, "perSecond"),
    aim,
  };
}

const rateFindings = ({ bare, get, post, django }: Rates): Finding[] => [
  rateFinding("`GET /expenses/ID/`, 16 connections", get, bare, { least: 0.3 }),
  rateFinding("`GET /expenses/ID/`, 16 connections", get, django?.get, { least: 15 }),
  rateFinding("`POST /expenses/`, durable, 16 connections", post, django?.post, { least: 15 }),
];

const stallsSection = (stalls: Stalls): Section => ({
  title: `Reading one expense among ${stalls.expenses.toLocaleString("en")} while 20 log in at once and the journal is folded ${stalls.folds} times`,
  rows: [
    {
      reads: `${stalls.reads}`,
      logins: `${stalls.logins}`,
      "median ms": stalls.medianMs.toFixed(1),
      "p99 ms": stalls.p99Ms.toFixed(1),
      "slowest ms": stalls.slowestMs.toFixed(0),
    },
  ],
});

const stallsFinding = ({ slowestMs }: Stalls): Finding => ({
  work: "slowest request while 20 log in and the journal is folded",
  own: `${slowestMs.toFixed(0)} ms`,
  beside: "50 ms",
  ratio: slowestMs / 50,
  aim: { most: 1 },
});

function mixedRow(kind: Sent["kind"], sent: readonly Sent[]) {
  const times = sent.filter((one) => one.kind === kind).map(({ tookMs }) => tookMs);
  return {
    kind,
    requests: `${times.length}`,
    "median ms": median(times).toFixed(1),
    "p99 ms": quantile(times, 0.99).toFixed(0),
    "slowest ms": times.length > 0 ? highest(times).toFixed(0) : "-",
  };
}

function mixedSection(mixed: Mixed, seconds: number): Section {
  const kinds = ["read", "write", "import", "login"] as const;
  const memory = mixed.memoryMiB.map(
    ({ start, end, anew, resident }) =>
      `${start.toFixed(0)} to ${end.toFixed(0)}, while a new server with the same data uses ${anew.toFixed(0)} (the process took ${resident.toFixed(0)})`,
  );
  const [first = "none"] = mixed.errors;
  return {
    title: `All kinds at once, 64 connections, ${seconds} s with a restart in the middle`,
    rows: kinds.map((kind) => mixedRow(kind, mixed.sent)),
    text: [
      `errors: ${mixed.errors.length}, first: ${first.slice(0, 200)}`,
      `expenses acknowledged: ${mixed.acknowledged}, missing after two restarts: ${mixed.lost}`,
      `memory in use once garbage is collected, in MiB: ${memory.join("; after the restart ")}`,
      `unavailable during the restart: ${mixed.awayMs.toFixed(0)} ms`,
    ].join("\n"),
  };
}

function mixedFinding({ memoryMiB }: Mixed): Finding[] {
  const last = memoryMiB.at(-1);
  if (!last) return [];
  return [
    {
      work: "memory that a server uses after the load",
      own: `${last.end.toFixed(0)} MiB`,
      beside: `a new one with the same data: ${last.anew.toFixed(0)} MiB`,
      ratio: last.end / last.anew,
      aim: { most: 1.2 },
    },
  ];
}

const faultsOf = ({ errors, lost }: Mixed): string[] => [
  ...(errors.length > 0 ? [`${errors.length} requests of the mixed load failed.`] : []),
  ...(lost > 0 ? [`${lost} expenses that were acknowledged are lost.`] : []),
];

/** A value of 0 for `rounds`, `stored` or `mixed` leaves that part out. */
export const server = benchmark({
  options: {
    rounds: { value: 5, least: 0 },
    seconds: { value: 4, least: 1 },
    stored: { value: 100_000, least: 0 },
    mixed: { value: 60, least: 0 },
  },
  counts: [],
  programs: ["wrk", peerProgram],
  async measure({ folder, options: { rounds, seconds, stored, mixed }, tell }) {
    const sections: Section[] = [];
    const findings: Finding[] = [];
    const faults: string[] = [];
    // No other program sends requests that fast.
    if (rounds > 0 && (await isInstalled("wrk"))) {
      tell("Requests of one kind …");
      const rates = await measureRates({ rounds, seconds, folder });
      sections.push(ratesSection(rates));
      findings.push(...rateFindings(rates));
    }
    if (stored > 0) {
      tell(`Reading among ${stored} expenses …`);
      const stalls = await measureStalls(folder, stored, foldsWhileReading);
      sections.push(stallsSection(stalls));
      findings.push(stallsFinding(stalls));
    }
    if (mixed > 0) {
      tell(`All kinds at once for ${mixed} s …`);
      const load = await measureMixed(folder, mixed);
      sections.push(mixedSection(load, mixed));
      findings.push(...mixedFinding(load));
      faults.push(...faultsOf(load));
    }
    return { sections, findings, faults };
  },
});
