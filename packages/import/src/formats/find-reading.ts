import { type Dialect, findDialect } from "../sniff/table/dialect.ts";
import type { Given } from "../given/given.ts";
import type { FormatChoice } from "./choose-format.ts";
import { hasHeader, hasSameColumns } from "./saved-format.ts";

/** How bytes become cells. */
export interface Reading {
  encoding: string;
  dialect: Dialect;
}

/**
 * Reads a file as its own content suggests, or as a saved format says if that produces the columns of the
 * format.
 * @param start the start of the text
 * @param encoding the encoding that the survey found
 */
export function findReading(
  start: string,
  encoding: string,
  given: Given,
  { saved, wanted, isAuto }: FormatChoice,
): Reading {
  const dialect = findDialect(start, given.delimiter ?? wanted?.delimiter);
  if (wanted || isAuto) return { encoding, dialect };
  for (const format of saved.filter(hasHeader)) {
    const delimiter = given.delimiter ?? format.delimiter;
    const other = delimiter === dialect.delimiter ? dialect : findDialect(start, delimiter);
    if (other.header && hasSameColumns(format, other.header.cells)) {
      return { encoding: given.encoding ?? format.encoding, dialect: other };
    }
  }
  return { encoding, dialect };
}
