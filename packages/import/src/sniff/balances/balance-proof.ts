/** Uses balances to prove the direction of amounts without a sign. */
import type { DecimalMark } from "../../cells/number-cell.ts";
import { unsureOf } from "../../refusal.ts";
import { columnLabel, signedCents } from "../amounts/amount-cells.ts";
import { balanceSign, moveOf, tellingStep } from "./balance.ts";
import { balanceColumns, balancedRows } from "./balance-columns.ts";
import { isBookkeepingName, isBookkeepingWord } from "../words/bookkeeping.ts";
import type { Direction, Meaning } from "../signs/direction.ts";
import type { Directed, Followed, TwoColumns } from "../layout.ts";
import { isCardList } from "../signs/name-evidence.ts";
import { rowEvidence, strictEvidence } from "../signs/row-evidence.ts";
import { type Evidence, sayDirection, signOf } from "../signs/sign.ts";
import type { SignContext } from "../signs/sign-evidence.ts";
import { rowsOf } from "../signs/signed-rows.ts";
import { cellOf, type Column, type Table, wordsOf } from "../table/table.ts";
import { centsOfTwo } from "../signs/usual-signs.ts";

type Told = Directed | TwoColumns;
type CentsIn = (cells: readonly string[]) => number | undefined;

/** Returns a row's amount, with the sign that names and words give it: negative for money out. */
function toldCents(amounts: Told, decimal: DecimalMark): CentsIn {
  if (amounts.kind === "two") return (cells) => centsOfTwo(cells, amounts, decimal);
  const { amount, direction, meaning, blank } = amounts;
  return (cells) => {
    const cents = signedCents(cellOf(cells, amount), decimal);
    const said = meaning(cellOf(cells, direction)) ?? blank;
    if (cents === undefined || said === undefined || said === "neutral") return undefined;
    return said === "out" ? -cents : cents;
  };
}

/** Whether only bookkeeping terms give the direction. */
function isBookkeeping(amounts: Told): boolean {
  if (amounts.kind === "two") {
    return isBookkeepingName(amounts.out.name) && isBookkeepingName(amounts.in?.name ?? "");
  }
  const words = amounts.direction && wordsOf(amounts.direction);
  return words?.every(isBookkeepingWord) ?? false;
}

const opposite = (direction: Direction | undefined): Direction | undefined =>
  direction === "out" ? "in" : direction === "in" ? "out" : direction;

function turned(amounts: Told): Told {
  if (amounts.kind === "two") {
    const { out, in: received, outSign, inSign } = amounts;
    if (!received) return amounts;
    return { kind: "two", out: received, in: out, outSign: inSign, inSign: outSign };
  }
  const meaning: Meaning = (cell) => opposite(amounts.meaning(cell));
  const blank = amounts.blank && (amounts.blank === "out" ? "in" : "out");
  return { ...amounts, meaning, blank };
}

function refuse(amounts: Told, balance: Column | undefined): Error {
  const named =
    amounts.kind === "two"
      ? [amounts.out, amounts.in].flatMap((column) => (column ? columnLabel(column) : []))
      : [columnLabel(amounts.direction ?? amounts.amount)];
  const against = balance
    ? `the balance in ${columnLabel(balance)} contradicts`
    : "the words of the rows contradict";
  return unsureOf(
    `The meaning of ${named.join(" and ")} is unclear: ${against} a bank's usage.`,
    amounts.kind === "two"
      ? "Assign debit to the column of money out: --map debit=COLUMN,credit=COLUMN"
      : "If its words have a bank's meaning: --map direction=COLUMN",
  );
}

// Nearly all lists come from a bank; but plain words beside debit and credit weigh more.
const bankWeight = 3;
const balanceWeight = 4;
const cardWeight = 3;

/**
 * Decides what debit and credit mean, which is the opposite in books of account. If a balance contradicts the
 * bank's meaning, the file may be such a book, or the balance may be the debt on a card; the rest of the file
 * has to decide.
 * @throws ImportRefusal unsure
 */
export function asBalanceSays(table: Table, amounts: Told, context: SignContext): Told {
  if (!isBookkeeping(amounts)) return amounts;
  const { columns, texts, decimal, timeOrder } = context;
  const centsIn = toldCents(amounts, decimal);
  const signs = balanceColumns(columns).map((balance) => ({
    balance,
    sign: balanceSign(balancedRows(table, centsIn, balance, decimal), timeOrder),
  }));
  const against = signs.find(({ sign }) => sign === -1)?.balance;
  const isWith = signs.some(({ sign }) => sign === 1);
  const rows = rowsOf(table, centsIn, texts);
  const others = context.directions.filter(
    (column) => amounts.kind === "two" || column !== amounts.direction,
  );
  const said = (against ? rowEvidence : strictEvidence)(rows, { ...context, directions: others });
  const evidence: Evidence[] = [...said];
  const reason = "debit and credit";
  if (!against) evidence.push({ for: "negative", weight: bankWeight, reason });
  if (isWith) evidence.push({ for: "negative", weight: balanceWeight, reason });
  if (against && isCardList(columns)) {
    evidence.push({ for: "negative", weight: cardWeight, reason });
  }
  const sign = signOf(evidence);
  if (!sign) throw refuse(amounts, against);
  return sign === "negative" ? amounts : turned(amounts);
}

/**
 * Takes amounts without any sign as money out if the balance falls by them.
 * @throws ImportRefusal unsure, if the rest of the file suggests the opposite, as for the debt on a card
 */
export function followedBy(
  table: Table,
  amount: Column,
  context: SignContext,
): Followed | undefined {
  if (amount.stats.negative + amount.stats.plus > 0) return undefined;
  const { columns, texts, decimal, timeOrder } = context;
  const sizeIn: CentsIn = (cells) => signedCents(cellOf(cells, amount), decimal);
  for (const balance of balanceColumns(columns)) {
    const rows = balancedRows(table, sizeIn, balance, decimal);
    const step = tellingStep(rows, timeOrder);
    if (!step) continue;
    const moved = new Map(
      rows.map((row, at) => [
        table.rows[at]?.cells,
        moveOf(row.balance, rows[at + step.neighbour]?.balance, step),
      ]),
    );
    const signed = rowsOf(table, (cells) => moved.get(cells as string[]), texts);
    if (isCardList(columns) || signOf(rowEvidence(signed, context)) === "positive") {
      throw unsureOf(
        `The balance in ${columnLabel(balance)} may be money or a debt, and no sign shows which amounts are expenses.`,
        sayDirection,
      );
    }
    return { kind: "followed", amount, balance, step };
  }
  return undefined;
}
