/** The rows of the sample that have an amount, with their texts. */
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
  /** The texts of the row, as bare words. */
  text: string;
}

// Longer texts add nothing, and take time to search.
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

/** Whether a text is a card payment by its holder, which can also contain words of spending. */
export const isCardPayment = (text: string): boolean => cardPaymentText.test(text);

/** Whether a text mentions received money. */
export const isReceived = (text: string): boolean =>
  receivingText.test(text) || payText.test(text) || /\bcredit$/.test(text);

/** Whether a cell is just a word for received money. */
function saysIn(cell: string): boolean {
  const bare = bareWords(cell.slice(0, maxText));
  return inWords.has(bare) && !isWeakDirection(bare);
}

/** Whether a row may be received money, if nothing else tells. */
export const mayBeReceivedRow = (row: SignedRow): boolean =>
  isReceivedRow(row) || mayBeReceivedText.test(row.text);

/** Whether anything in a row mentions received money. */
export const isReceivedRow = ({ text, cells }: SignedRow): boolean =>
  isReceived(text) || cells.some(saysIn);
