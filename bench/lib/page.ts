import type { Benchmark, Measured, Section } from "./benchmark.ts";
import { findingsTable } from "./findings.ts";
import { machine } from "./machine.ts";
import { versionOf } from "./programs.ts";
import { textTable } from "./text-table.ts";

const introduction = [
  "# Benchmarks",
  "",
  "Written by `npx -y pnpm@10.34.8 bench`, which measures everything again and takes about ten minutes. Quote the ratios,",
  "which hold for other machines too, and not the times. Compared programs ran alternately within the same minutes; each",
  "figure is a median, a ratio the median of the ratios of neighbouring runs. All writes are synced to the disk.",
];

const block = (text: string) => `\`\`\`text\n${text.trimEnd()}\n\`\`\``;

const sectionOf = ({ title, rows, text }: Section): string =>
  [
    `## ${title}`,
    ...(rows ? [block(textTable(rows))] : []),
    ...(text === undefined ? [] : [block(text)]),
  ].join("\n\n");

async function programsText(benchmarks: readonly Benchmark[]): Promise<string> {
  const names = [...new Set(benchmarks.flatMap(({ programs }) => programs))];
  const said = await Promise.all(
    names.map(async (name) => (await versionOf(name)) ?? `${name}: not installed`),
  );
  return [machine(), ...said].join("\n");
}

/** Formats all measurements as a Markdown page. */
export async function pageOf(
  all: readonly Measured[],
  benchmarks: readonly Benchmark[],
): Promise<string> {
  const parts = [
    introduction.join("\n"),
    block(await programsText(benchmarks)),
    findingsTable(all.flatMap(({ findings }) => findings)),
    ...all.flatMap(({ sections }) => sections.map(sectionOf)),
  ];
  return `${parts.join("\n\n")}\n`;
}
