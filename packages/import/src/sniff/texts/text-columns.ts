/** Finds the columns whose words describe bookings. */
import { type ColumnRole, columnRoles } from "../words/column-names.ts";
import { isMostlyDirection } from "../signs/direction.ts";
import { knownScore } from "../words/name-roles.ts";
import { type Column, fits, type Table } from "../table/table.ts";

// For money out, the recipient comes first, then the bank's own description.
const textRoles: readonly ColumnRole[] = ["receiver", "party", "text", "name", "note", "type"];
// Columns named as directions may hold descriptions too ("Details"), so such names don't count against it.
const directionRoles: ReadonlySet<ColumnRole> = new Set(["out", "in", "direction"] as const);
const otherRoles = columnRoles.filter(
  (role) => !textRoles.includes(role) && !directionRoles.has(role),
);

/**
 * The columns whose words distinguish bookings. Only their names decide, because the cells of another export of
 * the same bookings may look different as a whole.
 */
export interface Telling {
  columns: readonly Column[];
  /** Whether no column has a name, so that only cells with letters distinguish bookings. */
  isUnnamed: boolean;
}

function bestRole(column: Column, roles: readonly ColumnRole[]): number {
  return Math.max(0, ...roles.map((role) => fits(column, role)));
}

const fewRows = 3;

/**
 * Whether a column can't name anything: it is the same in every row, like the account owner's name, or holds
 * directions.
 */
const callsNothing = (column: Column): boolean =>
  (column.stats.filled >= fewRows && column.stats.distinct?.size === 1) ||
  isMostlyDirection(column);

/** Returns the rank of the text role that fits a column's name best; undefined if another role fits better. */
function textRank(column: Column): number | undefined {
  const score = bestRole(column, textRoles);
  if (score === 0 || score < bestRole(column, otherRoles)) return undefined;
  return textRoles.findIndex((role) => fits(column, role) === score);
}

/** @param columns all columns of the file */
export function findTelling(columns: readonly Column[]): Telling {
  const named = columns.filter((column) => {
    const rank = textRank(column);
    return rank !== undefined && rank < textRoles.indexOf("type");
  });
  if (named.length > 0) return { columns: named, isUnnamed: false };
  const unnamed = columns.filter((column) => bestRole(column, otherRoles) < knownScore);
  return { columns: unnamed, isUnnamed: true };
}

function byName(columns: readonly Column[]): Column[] {
  const ranked = columns.flatMap((column) => {
    const rank = textRank(column);
    if (rank === undefined || (column.stats.isDates && !column.stats.isText)) return [];
    // A name that is known as a whole precedes one that only contains a known name.
    const isWhole = bestRole(column, textRoles) >= knownScore;
    return [{ column, rank: rank + (isWhole ? 0 : textRoles.length) }];
  });
  return ranked
    .toSorted(
      (one, next) =>
        Number(callsNothing(one.column)) - Number(callsNothing(next.column)) ||
        one.rank - next.rank ||
        one.column.index - next.column.index,
    )
    .map(({ column }) => column);
}

/** Ranks columns without names by how much their texts say. */
function byContent(table: Table, columns: readonly Column[]): Column[] {
  const texts = columns.filter(({ stats }) => stats.isText);
  const says = ({ stats }: Column) => {
    const kinds = stats.distinct?.size ?? table.rowCount;
    const share = Math.min(1, (kinds + 1) / (stats.filled + 1));
    return (stats.characters / Math.max(1, table.rowCount)) * share;
  };
  return texts.toSorted((one, next) => says(next) - says(one) || one.index - next.index);
}

/**
 * Returns the columns that may describe an expense; in each row, the first one that isn't blank counts.
 * @param columns all columns except those of numbers, days, and directions that are used
 */
export function findDescribed(table: Table, columns: readonly Column[]): Column[] {
  const named = byName(columns);
  if (named.some(({ stats }) => stats.filled > 0)) return named;
  const unnamed = columns.filter((column) => bestRole(column, otherRoles) < knownScore);
  return byContent(table, unnamed);
}

/**
 * Returns columns of texts with unknown names, which may hold the merchant if all others only give the method
 * of payment.
 */
export const findOtherTexts = (
  columns: readonly Column[],
  described: readonly Column[],
): Column[] =>
  columns.filter(
    (column) => column.roles.size === 0 && column.stats.isText && !described.includes(column),
  );
