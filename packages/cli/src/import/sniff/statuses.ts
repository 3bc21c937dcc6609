import { pendingWords, voidWords } from "./cell-words.ts";
import { type Column, fits, wordsOf } from "./table.ts";

const maxWords = 16;

/** Columns that say of rows that they are pending or void: by their name, or by such words in them. */
export const findStatuses = (columns: readonly Column[]): Column[] =>
  columns.filter((column) => {
    const words = wordsOf(column) ?? [];
    if (words.length === 0) return false;
    if (fits(column, "status") >= 9) return true;
    const isFew = words.length <= maxWords;
    return isFew && words.some((word) => pendingWords.has(word) || voidWords.has(word));
  });
