/** Decides which columns hold amounts, and how expenses are told from the rest. */
import type { CalendarDate } from "@outlay/shared";
import type { DecimalMark } from "../../cells/number-cell.ts";
import { badOption } from "../../refusal.ts";
import type { AmountColumns } from "./amount-cells.ts";
import { directionColumns, findAmountColumns } from "./amount-columns.ts";
import { refuseDivided, refuseMinorUnits, refuseMixed } from "./amount-doubts.ts";
import { asBalanceSays, followedBy } from "../balances/balance-proof.ts";
import { timeOrderOf } from "../dates/date-column.ts";
import { decideDecimal } from "./decimal.ts";
import { directedBy, findDirected, wordsIn } from "./directed-amounts.ts";
import { type Given, mappedColumn } from "../../given/given.ts";
import type { Amounts } from "../layout.ts";
import { isPointLanguage } from "../words/name-roles.ts";
import { provedAmounts } from "./proved-amounts.ts";
import { decideSign } from "../signs/sign.ts";
import { signEvidence } from "../signs/sign-evidence.ts";
import { type Column, fits, isNamed, type Table } from "../table/table.ts";
import { withSigns } from "../signs/usual-signs.ts";

function mappedAmounts(columns: readonly Column[], { map }: Given): AmountColumns | undefined {
  const amount = mappedColumn(map, "amount", columns);
  if (amount) return { kind: "one", amount };
  const out = mappedColumn(map, "debit", columns);
  const received = mappedColumn(map, "credit", columns);
  if (out) return { kind: "two", out, in: received };
  if (!received) return undefined;
  throw badOption(
    "--map assigns a column to credit, but none to debit.",
    "Map both, or map amount instead.",
  );
}

const usedColumns = (found: AmountColumns): Column[] =>
  found.kind === "one" ? [found.amount] : [found.out, ...(found.in ? [found.in] : [])];

const statsOf = (columns: readonly Column[]) => columns.map(({ stats }) => stats);

export interface FoundAmounts {
  found: AmountColumns;
  /** All columns of `found`, as a list. */
  used: Column[];
  decimal: DecimalMark;
}

/**
 * Finds the amount columns and the decimal mark together, because each helps to decide the other.
 * @throws ImportRefusal unsure, bad_option
 */
export function findAmounts(table: Table, columns: readonly Column[], given: Given): FoundAmounts {
  const numeric = columns.filter(
    (column) => column.stats.isNumbers && !column.stats.isDates && !fits(column, "otherAmount"),
  );
  const find = (mark: DecimalMark) =>
    mappedAmounts(columns, given) ??
    provedAmounts(table, columns, findAmountColumns(table, columns, mark), mark);
  const likely = given.decimal ?? (numeric.some(({ stats }) => stats.decimal[","]) ? "," : ".");
  const found = find(likely);
  const used = usedColumns(found);
  refuseMinorUnits(used);
  if (given.map.amount === undefined && given.map.debit === undefined) refuseDivided(columns, used);
  const names = columns.map(({ name }) => name).filter((name) => name !== "");
  const beside = numeric.filter((column) => !used.includes(column));
  const balances = beside.filter((column) => isNamed(column, "balance"));
  const others = beside.filter((column) => !balances.includes(column));
  const decimal =
    given.decimal ??
    decideDecimal(statsOf(used), statsOf(balances), statsOf(others), isPointLanguage(names));
  if (decimal === likely) return { found, used, decimal };
  const again = find(decimal);
  return { found: again, used: usedColumns(again), decimal };
}

export interface AmountContext {
  /** All columns except those of the day and the amounts. */
  columns: readonly Column[];
  /** The columns of words, types and categories. */
  texts: readonly Column[];
  decimal: DecimalMark;
  dayOf: (cells: readonly string[]) => CalendarDate | undefined;
  given: Given;
}

/** @throws ImportRefusal unsure, bad_option */
export function decideAmounts(table: Table, found: AmountColumns, context: AmountContext): Amounts {
  const { columns, texts, decimal, dayOf, given } = context;
  const directions = directionColumns(columns);
  const timeOrder = timeOrderOf(table.rows.map(({ cells }) => dayOf(cells)));
  const evidenceContext = { columns, directions, texts, decimal, timeOrder, dayOf };
  if (found.kind === "two") {
    const signed = withSigns(table, found, evidenceContext, given.sign);
    return given.map.debit === undefined ? asBalanceSays(table, signed, evidenceContext) : signed;
  }
  const { amount } = found;
  const mapped = mappedColumn(given.map, "direction", columns);
  if (mapped) return directedBy(table, amount, mapped);
  const wordsSay = wordsIn(directions);
  if (given.sign) return { kind: "signed", amount, expense: given.sign, evidence: [], wordsSay };
  const directed = findDirected(table, amount, directions, decimal);
  if (directed) return asBalanceSays(table, directed, evidenceContext);
  const followed = followedBy(table, amount, evidenceContext);
  if (followed) return followed;
  const evidence = signEvidence(table, amount, evidenceContext);
  const expense = decideSign(amount, evidence);
  if (expense === "positive") refuseMixed(table, amount, evidenceContext);
  return { kind: "signed", amount, expense, evidence, wordsSay };
}
