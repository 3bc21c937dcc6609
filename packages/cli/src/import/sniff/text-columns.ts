/** The columns whose words tell what a booking was. */
import { type ColumnRole, columnRoles } from "./column-names.ts";
import { knownScore } from "./name-roles.ts";
import { type Column, fits, type Table } from "./table.ts";

// For money out: whom it went to, else what the bank calls it.
const textRoles: readonly ColumnRole[] = ["receiver", "party", "text", "name", "note", "type"];
// Columns of direction may hold words as well ("Details"), so these don't speak against it.
const directionRoles: ReadonlySet<ColumnRole> = new Set(["out", "in", "direction"] as const);
const otherRoles = columnRoles.filter(
  (role) => !textRoles.includes(role) && !directionRoles.has(role),
);

export interface TextColumns {
  /** In the order in which the first that says something is what the expense is called. */
  described: Column[];
  /** Those whose words, all together, tell one booking from another. */
  telling: Column[];
}

function bestRole(column: Column, roles: readonly ColumnRole[]): number {
  return Math.max(0, ...roles.map((role) => fits(column, role)));
}

const fewRows = 3;

/** The same in every row, such as the name of whose account it is. */
const saysNothing = ({ profile }: Column): boolean =>
  profile.filled >= fewRows && profile.distinct?.size === 1;

function byName(columns: readonly Column[]): TextColumns {
  const ranked = columns.flatMap((column) => {
    const score = bestRole(column, textRoles);
    if (score === 0 || score < bestRole(column, otherRoles)) return [];
    if (column.profile.isDates && !column.profile.isText) return [];
    const rank = textRoles.findIndex((role) => fits(column, role) === score);
    // A name that is known whole goes before one that is a part of another.
    return [{ column, rank: rank + (score >= knownScore ? 0 : textRoles.length) }];
  });
  const described = ranked
    .toSorted(
      (one, next) =>
        Number(saysNothing(one.column)) - Number(saysNothing(next.column)) ||
        one.rank - next.rank ||
        one.column.index - next.column.index,
    )
    .map(({ column }) => column);
  const telling = ranked
    .filter(({ rank }) => rank % textRoles.length < textRoles.indexOf("type"))
    .map(({ column }) => column);
  return { described, telling };
}

/** Without names: the more a column says, the more it tells. */
function byContent(table: Table, columns: readonly Column[]): TextColumns {
  const texts = columns.filter(({ profile }) => profile.isText);
  const says = ({ profile }: Column) => {
    const kinds = profile.distinct?.size ?? table.rowCount;
    const share = Math.min(1, (kinds + 1) / (profile.filled + 1));
    return (profile.characters / Math.max(1, table.rowCount)) * share;
  };
  const described = texts.toSorted((one, next) => says(next) - says(one) || one.index - next.index);
  return { described, telling: texts };
}

/** @param columns without those whose cells are numbers, days or words of direction that are used */
export function findTextColumns(table: Table, columns: readonly Column[]): TextColumns {
  const named = byName(columns);
  if (named.described.some(({ profile }) => profile.filled > 0)) return named;
  const unnamed = columns.filter((column) => bestRole(column, otherRoles) < knownScore);
  return byContent(table, unnamed);
}
