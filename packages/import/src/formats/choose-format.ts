import { unsureOf } from "../refusal.ts";
import { columnDifference, hasSameColumns, type SavedFormat } from "./saved-format.ts";

/** The saved formats, and which of them may be used for a file. */
export interface FormatChoice {
  saved: readonly SavedFormat[];
  /** The value of `--format`: this format and no other. */
  wanted: SavedFormat | undefined;
  /** Whether to ignore saved formats that have the file's columns. */
  isAuto: boolean;
}

const quotedNames = (columns: readonly string[]) =>
  columns.map((column) => `"${column}"`).join(", ");

function columnsChanged(format: SavedFormat, columns: readonly string[]): Error {
  const { added, missing } = columnDifference(format, columns);
  const changes = [
    ...(added.length > 0 ? [`new: ${quotedNames(added)}`] : []),
    ...(missing.length > 0 ? [`missing: ${quotedNames(missing)}`] : []),
    ...(added.length + missing.length === 0 ? ["their order or number is different"] : []),
  ];
  return unsureOf(
    `The file's columns differ from those of the format "${format.name}": ${changes.join("; ")}.`,
    `To detect how to read the file, and replace the format: --save-as ${format.name}. To read it without a format: --format auto`,
  );
}

function severalFormats(names: readonly string[]): Error {
  const options = names.map((name) => `--format ${name}`);
  return unsureOf(
    `The file's columns match ${names.length} saved formats: ${names.join(", ")}.`,
    `Choose one: ${options.join(" or ")}. To read the file without a format: --format auto`,
  );
}

// Two exports of one bank have at least this much in common, before and after it changed them. The three
// columns that every bank has prove nothing.
const minShare = 0.6;
const minCommon = 4;

function isAlike(format: SavedFormat, columns: readonly string[]): boolean {
  const { added, missing, common } = columnDifference(format, columns);
  return common >= minCommon && common >= minShare * (common + added.length + missing.length);
}

/**
 * Finds the saved format that has a file's columns.
 * @param columns the names in the header, or blank ones if there is none
 * @throws ImportRefusal unsure, if the columns have changed or belong to several formats
 */
export function chooseFormat(
  columns: readonly string[],
  { saved, wanted, isAuto }: FormatChoice,
): SavedFormat | undefined {
  if (wanted) {
    if (!hasSameColumns(wanted, columns)) throw columnsChanged(wanted, columns);
    return wanted;
  }
  if (isAuto || columns.every((column) => column.trim() === "")) return undefined;
  const [same, ...others] = saved.filter((format) => hasSameColumns(format, columns));
  if (others.length > 0) throw severalFormats([same, ...others].flatMap((one) => one?.name ?? []));
  if (same) return same;
  const near = saved.find((format) => isAlike(format, columns));
  if (near) throw columnsChanged(near, columns);
  return undefined;
}
