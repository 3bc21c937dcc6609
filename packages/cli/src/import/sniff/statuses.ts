import { pendingWords, voidWords } from "./cell-words.ts";
import { type Column, wordsOf } from "./table.ts";

const maxWords = 16;

/** Columns in which some rows say that they are pending or void. */
export const findStatuses = (columns: readonly Column[]): Column[] =>
  columns.filter((column) => {
    const words = wordsOf(column) ?? [];
    const isFew = words.length <= maxWords;
    return isFew && words.some((word) => pendingWords.has(word) || voidWords.has(word));
  });
