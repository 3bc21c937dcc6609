/** What an import says to people. */
import { counted } from "@outlay/shared";
import { centsIn, type Detected } from "../../import/plan/plan.ts";
import { type CategorySource, categorySources } from "../../import/plan/categorise.ts";
import type { LineAndReason, Outcome } from "../../import/plan/outcome.ts";
import { groupedText } from "../../terminal/amounts.ts";
import { printable } from "../../terminal/printable.ts";
import { table } from "../../terminal/table.ts";
import { wrap } from "../../terminal/wrap.ts";

const delimiterNames: Record<string, string> = { "\t": "tabs", ",": "commas", ";": "semicolons" };

/** How the file was read. */
function detectedText(detected: Detected): string {
  const { encoding, delimiter, header_line, date_format, decimal, sign } = detected;
  const facts = [
    encoding,
    `divided by ${delimiterNames[delimiter] ?? `"${delimiter}"`}`,
    header_line === null ? "no header" : `header in line ${header_line}`,
    `dates ${date_format}`,
    `decimal ${decimal === "." ? "point" : "comma"}`,
    sign.startsWith("expense-") ? `expenses are ${sign.slice("expense-".length)}` : sign,
  ];
  return printable(`Read as ${facts.join(", ")}.`);
}

/** The same reasons together: `5 money in, 1 zero amount`; a reason of all of them alone. */
function reasonsText(rows: readonly LineAndReason[]): string {
  const counts = new Map<string, number>();
  for (const { reason } of rows) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const reasons = [...counts];
  if (reasons.length === 1) return reasons[0]?.[0] ?? "";
  return reasons.map(([reason, count]) => `${count} ${reason}`).join(", ");
}

const sourceTexts = {
  rules: "from your rules",
  history: "as you called them before",
  file: "from the file",
  option: "from -c",
  default: "unknown, so miscellaneous",
} as const satisfies Record<CategorySource, string>;

function categoriesText({ categorised }: Outcome): string {
  const parts = categorySources.flatMap((by) =>
    categorised[by] > 0 ? [`${categorised[by]} ${sourceTexts[by]}`] : [],
  );
  return parts.join(", ");
}

/** What became of the rows that weren't imported, a line each. */
export function restText(outcome: Outcome): string[] {
  const { duplicates, ignored, rejected, imported } = outcome;
  return [
    ...(duplicates > 0 ? [`${duplicates} there already.`] : []),
    ...(ignored.length > 0 ? [`${ignored.length} ignored: ${reasonsText(ignored)}.`] : []),
    ...(rejected.length > 0 ? [`${rejected.length} rejected.`] : []),
    ...(imported > 0 ? [`Categories: ${categoriesText(outcome)}.`] : []),
  ];
}

const columns = [
  { title: "DATE" },
  { title: "CATEGORY" },
  { title: "AMOUNT", align: "right" },
  { title: "DESCRIPTION", isFlexible: true },
] as const;

/** What is going to be imported. */
export function previewText(
  outcome: Outcome,
  detected: Detected | null,
  width: number | undefined,
): string {
  const { first, imported, totalCents } = outcome;
  const rows = first.map(({ date, category, amount, description }) => [
    date,
    category,
    groupedText(centsIn(amount)),
    description,
  ]);
  const more = imported - first.length;
  const lines = [
    ...(detected ? wrap(detectedText(detected), width) : []),
    ...(rows.length > 0 ? [table(columns, rows, width).trimEnd()] : []),
    ...(more > 0 ? [`… and ${more} more`] : []),
    `${counted(imported, "new expense")}, ${groupedText(totalCents)} in all.`,
    ...restText(outcome),
  ];
  return `${lines.join("\n")}\n`;
}

const shownFaults = 5;

/** The rejected rows, a line each, the first few of many. */
export function faultsText(rejected: readonly LineAndReason[]): string {
  const lines = rejected.slice(0, shownFaults).map(({ line, reason }) => `line ${line}: ${reason}`);
  const more = rejected.length - lines.length;
  return [...lines, ...(more > 0 ? [`… and ${more} more`] : [])].join("\n");
}
