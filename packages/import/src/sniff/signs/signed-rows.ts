/** The rows of the sample that have an amount, and what they say. */
import { bareWords } from "../../cells/plain-text.ts";
import {
  cardPaymentText,
  inWords,
  isWeakDirection,
  mayBeReceivedText,
  payText,
  receivingText,
} from "../words/cell-words.ts";
import type { Column, Table } from "../table/table.ts";

export interface SignedRow {
  line: number;
  cents: number;
  cells: readonly string[];
  /** What the texts of the row say. */
  text: string;
}

// Longer texts say no more, and looking through them takes its time.
const maxText = 300;

export function rowsOf(
  table: Table,
  centsIn: (cells: readonly string[]) => number | undefined,
  texts: readonly Column[],
): SignedRow[] {
  return table.rows.flatMap(({ line, cells }) => {
    const cents = centsIn(cells);
    if (!cents) return [];
    const text = texts.map(({ index }) => cells[index] ?? "").join(" ");
    return [{ line, cents, cells, text: bareWords(text.slice(0, maxText)) }];
  });
}

/** Whether a text is that of a card's payment by its holder, which has words of spending in it, too. */
export const isCardPayment = (text: string): boolean => cardPaymentText.test(text);

/** Whether a text speaks of money that came in. */
export const isReceived = (text: string): boolean =>
  receivingText.test(text) || payText.test(text) || /\bcredit$/.test(text);

/** Whether a cell is nothing but a word for money that came in. */
function saysIn(cell: string): boolean {
  const bare = bareWords(cell.slice(0, maxText));
  return inWords.has(bare) && !isWeakDirection(bare);
}

/** Whether anything in the row may tell of money that came in, where nothing else does. */
export const mayBeReceivedRow = (row: SignedRow): boolean =>
  isReceivedRow(row) || mayBeReceivedText.test(row.text);

/** Whether anything in the row speaks of money that came in. */
export const isReceivedRow = ({ text, cells }: SignedRow): boolean =>
  isReceived(text) || cells.some(saysIn);
