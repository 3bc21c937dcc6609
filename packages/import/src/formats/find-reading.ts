import { type Dialect, findDialect } from "../sniff/table/dialect.ts";
import type { Given } from "../given/given.ts";
import type { FormatChoice } from "./choose-format.ts";
import { hasHeader, hasSameColumns } from "./saved-format.ts";

/** How the bytes become cells. */
export interface Reading {
  encoding: string;
  dialect: Dialect;
}

/**
 * As the file itself says, or as a saved format does that has the same columns when it is read its way.
 * @param start the start of the text
 * @param encoding as the survey found it
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
