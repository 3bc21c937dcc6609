/** Where amounts stand, and what tells expenses from the rest. */
import type { CalendarDate } from "@outlay/shared";
import { bareWords } from "../cells/plain-text.ts";
import { unsureOf } from "../import-error.ts";
import type { DecimalMark } from "../cells/number-cell.ts";
import { usageError } from "../../errors/cli-error.ts";
import { type AmountColumns, columnLabel } from "./amount-cells.ts";
import { directionColumns, findAmountColumns } from "./amount-columns.ts";
import { timeOrderOf } from "./date-column.ts";
import { decideDecimal } from "./decimal.ts";
import { type Direction, meaningIn } from "./direction.ts";
import { type Given, mappedColumn } from "./given.ts";
import type { Amounts, Directed } from "./layout.ts";
import { isPointLanguage } from "./name-roles.ts";
import { decideSign } from "./sign.ts";
import { asBalanceSays, followedBy } from "./balance-proof.ts";
import { signEvidence } from "./sign-evidence.ts";
import { type Column, fits, type Table } from "./table.ts";

function mappedAmounts(columns: readonly Column[], { map }: Given): AmountColumns | undefined {
  const amount = mappedColumn(map, "amount", columns);
  if (amount) return { kind: "one", amount };
  const out = mappedColumn(map, "debit", columns);
  const received = mappedColumn(map, "credit", columns);
  if (out) return { kind: "two", out, in: received };
  if (!received) return undefined;
  throw usageError("--map names a column for credit, and none for debit.", "Name both, or amount.");
}

const usedColumns = (found: AmountColumns): Column[] =>
  found.kind === "one" ? [found.amount] : [found.out, ...(found.in ? [found.in] : [])];

const profiles = (columns: readonly Column[]) => columns.map(({ profile }) => profile);

/** Whole numbers of cents look like whole numbers of anything. */
function refuseMinorUnits(columns: readonly Column[]): void {
  const column = columns.find(({ name }) =>
    /\b(?:cents?|pence|minor|kopecks|grosze)\b/.test(bareWords(name)),
  );
  if (!column || column.profile.decimal["."] || column.profile.decimal[","]) return;
  throw unsureOf(
    `${columnLabel(column)} holds cents, which are not read.`,
    "Export whole amounts with decimals, or name another column: --map amount=COLUMN",
  );
}

export interface FoundAmounts {
  found: AmountColumns;
  /** The same as a list. */
  used: Column[];
  decimal: DecimalMark;
}

/**
 * The decimal mark has a say in which columns hold amounts, and they in the decimal mark.
 * @throws CliError import_unsure, usage
 */
export function findAmounts(table: Table, columns: readonly Column[], given: Given): FoundAmounts {
  const numeric = columns.filter(
    (column) => column.profile.isNumbers && !column.profile.isDates && !fits(column, "otherAmount"),
  );
  const find = (mark: DecimalMark) =>
    mappedAmounts(columns, given) ?? findAmountColumns(table, columns, mark);
  const likely = given.decimal ?? (numeric.some(({ profile }) => profile.decimal[","]) ? "," : ".");
  const found = find(likely);
  const used = usedColumns(found);
  refuseMinorUnits(used);
  const names = columns.map(({ name }) => name).filter((name) => name !== "");
  const others = numeric.filter((column) => !used.includes(column));
  const decimal =
    given.decimal ?? decideDecimal(profiles(used), profiles(others), isPointLanguage(names));
  if (decimal === likely) return { found, used, decimal };
  const again = find(decimal);
  return { found: again, used: usedColumns(again), decimal };
}

/** What blank cells mean where only some rows are marked, and all marks say the same. */
function meaningOfBlank(marks: ReadonlySet<Direction | undefined>): "out" | "in" | undefined {
  if (marks.has("out") === marks.has("in")) return undefined;
  return marks.has("in") ? "out" : "in";
}

/** A column of words beside the amounts. */
function directedBy(table: Table, amount: Column, direction: Column): Directed {
  const cells = [...(direction.profile.distinct?.keys() ?? [])];
  const isPartly = direction.profile.filled < table.rowCount;
  const blank = isPartly ? meaningOfBlank(new Set(cells.map(meaningIn(direction)))) : undefined;
  return { kind: "directed", amount, direction, meaning: meaningIn(direction), blank };
}

/** Letters behind the numbers themselves: `12.34 CR`. */
function directedByLetters(amount: Column): Directed {
  const { directedIn, directedOut, numbers } = amount.profile;
  const marks = new Set<Direction>();
  if (directedIn > 0) marks.add("in");
  if (directedOut > 0) marks.add("out");
  const blank = directedIn + directedOut < numbers ? meaningOfBlank(marks) : undefined;
  return { kind: "directed", amount, direction: undefined, meaning: () => undefined, blank };
}

export interface AmountContext {
  /** All but those of the day and the amounts. */
  columns: readonly Column[];
  /** Those of words, types and categories. */
  texts: readonly Column[];
  decimal: DecimalMark;
  dayOf: (cells: readonly string[]) => CalendarDate | undefined;
  given: Given;
}

/** @throws CliError import_unsure, usage */
export function decideAmounts(table: Table, found: AmountColumns, context: AmountContext): Amounts {
  const { columns, texts, decimal, dayOf, given } = context;
  const directions = directionColumns(columns);
  const timeOrder = timeOrderOf(table.rows.map(({ cells }) => dayOf(cells)));
  const evidenceContext = { columns, directions, texts, decimal, timeOrder, dayOf };
  if (found.kind === "two") {
    return given.map.debit === undefined ? asBalanceSays(table, found, evidenceContext) : found;
  }
  const { amount } = found;
  const { negative, plus, directedIn, directedOut } = amount.profile;
  const mapped = mappedColumn(given.map, "direction", columns);
  if (mapped) return directedBy(table, amount, mapped);
  if (given.sign) return { kind: "signed", amount, expense: given.sign, evidence: [] };
  const [direction] = directions;
  if (negative === 0) {
    if (directedIn + directedOut > 0) {
      return asBalanceSays(table, directedByLetters(amount), evidenceContext);
    }
    if (direction) {
      return asBalanceSays(table, directedBy(table, amount, direction), evidenceContext);
    }
    const followed = plus === 0 && followedBy(table, amount, evidenceContext);
    if (followed) return followed;
  }
  const evidence = signEvidence(table, amount, evidenceContext);
  return { kind: "signed", amount, expense: decideSign(amount, evidence), evidence };
}
