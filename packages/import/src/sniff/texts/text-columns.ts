/** The columns whose words tell what a booking was. */
import { type ColumnRole, columnRoles } from "../words/column-names.ts";
import { isMostlyDirection } from "../signs/direction.ts";
import { knownScore } from "../words/name-roles.ts";
import { type Column, fits, type Table } from "../table/table.ts";

// For money out: whom it went to, else what the bank calls it.
const textRoles: readonly ColumnRole[] = ["receiver", "party", "text", "name", "note", "type"];
// Columns of direction may hold words as well ("Details"), so these don't speak against it.
const directionRoles: ReadonlySet<ColumnRole> = new Set(["out", "in", "direction"] as const);
const otherRoles = columnRoles.filter(
  (role) => !textRoles.includes(role) && !directionRoles.has(role),
);

/**
 * Where the words stand that tell one booking from another. The names of the columns alone decide, since
 * the cells of another export of the same bookings may look otherwise as a whole.
 */
export interface Telling {
  columns: readonly Column[];
  /** Nothing names them, so that only cells with letters in them tell anything. */
  isUnnamed: boolean;
}

function bestRole(column: Column, roles: readonly ColumnRole[]): number {
  return Math.max(0, ...roles.map((role) => fits(column, role)));
}

const fewRows = 3;

/** The same in every row, such as the name of whose account it is; or which way the money went. */
const callsNothing = (column: Column): boolean =>
  (column.profile.filled >= fewRows && column.profile.distinct?.size === 1) ||
  isMostlyDirection(column);

/** Which of the roles of text a column's name says best; undefined where it says something else. */
function textRank(column: Column): number | undefined {
  const score = bestRole(column, textRoles);
  if (score === 0 || score < bestRole(column, otherRoles)) return undefined;
  return textRoles.findIndex((role) => fits(column, role) === score);
}

/** @param columns all that the file has */
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
    if (rank === undefined || (column.profile.isDates && !column.profile.isText)) return [];
    // A name that is known whole goes before one that is a part of another.
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

/** Without names: the more a column says, the more it tells. */
function byContent(table: Table, columns: readonly Column[]): Column[] {
  const texts = columns.filter(({ profile }) => profile.isText);
  const says = ({ profile }: Column) => {
    const kinds = profile.distinct?.size ?? table.rowCount;
    const share = Math.min(1, (kinds + 1) / (profile.filled + 1));
    return (profile.characters / Math.max(1, table.rowCount)) * share;
  };
  return texts.toSorted((one, next) => says(next) - says(one) || one.index - next.index);
}

/**
 * The columns whose words an expense may be called by; of a row's, the first that says something.
 * @param columns without those whose cells are numbers, days or words of direction that are used
 */
export function findDescribed(table: Table, columns: readonly Column[]): Column[] {
  const named = byName(columns);
  if (named.some(({ profile }) => profile.filled > 0)) return named;
  const unnamed = columns.filter((column) => bestRole(column, otherRoles) < knownScore);
  return byContent(table, unnamed);
}

/** Columns of texts under names that nobody knows, which may have the merchant where all others say how it was paid. */
export const findOtherTexts = (
  columns: readonly Column[],
  described: readonly Column[],
): Column[] =>
  columns.filter(
    (column) => column.roles.size === 0 && column.profile.isText && !described.includes(column),
  );
