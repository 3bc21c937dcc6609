import type { Section } from "./benchmark.ts";
import { textTable } from "./text-table.ts";

/** Formats a section for a terminal. */
export const sectionText = ({ title, rows, text }: Section): string =>
  [
    `${title}\n`,
    ...(rows ? [textTable(rows)] : []),
    ...(text === undefined ? [] : [`${text}\n`]),
  ].join("\n");
