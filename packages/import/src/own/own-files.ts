/** Reads files of Outlay's own records: a JSON list, JSON Lines, and CSV with the API's field names. */
import { unreadable } from "../refusal.ts";
import { linePieces, textStart } from "../read/records.ts";
import type { Source } from "../read/source.ts";

/** A CSV file with all these columns is one of Outlay's own. */
const ownColumns = ["date", "amount", "description", "category", "external_id"] as const;

export const isOwnHeader = (names: readonly string[]): boolean =>
  ownColumns.every((column) => names.some((name) => name.trim() === column));

/** Whether a file is JSON. */
export const isJson = (start: string): boolean => /^\s*(?:\[\s*(?:[{\]]|$)|\{\s*["}])/.test(start);

/** A record of the file, before any check. */
export interface OwnRecord {
  /** The line number; in a JSON list, the number of the element. */
  line: number;
  /** Undefined if the text isn't valid JSON. */
  value: unknown;
  /** The record as JSON, or as it stands in the file. */
  text: string;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isList = (start: string) => /^\s*\[/.test(start);

const pieces = 256 * 1024;

async function* linesOf(source: Source, encoding: string): AsyncIterable<string> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const piece of linePieces(source, encoding)) {
    const lines = (rest + decoder.decode(piece, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  yield rest + decoder.decode();
}

/** Reads the records of a JSON file: a list, or one record per line. */
export async function* readJson(source: Source, encoding: string): AsyncIterable<OwnRecord> {
  if (isList(await textStart(source, encoding, pieces))) {
    const list = parsed(await textStart(source, encoding, Infinity));
    if (!Array.isArray(list)) {
      throw unreadable(
        `${source.name} begins like a JSON list, but isn't valid JSON.`,
        "It may be incomplete: export it again. One record per line, without brackets around them, can be imported too.",
      );
    }
    const values: unknown[] = list;
    for (const [index, value] of values.entries()) {
      yield { line: index + 1, value, text: JSON.stringify(value) };
    }
    return;
  }
  let line = 0;
  for await (const text of linesOf(source, encoding)) {
    line += 1;
    if (text.trim() !== "") yield { line, value: parsed(text), text };
  }
}

/** Turns a row of Outlay's own CSV back into an object. */
export function ownValue(names: readonly string[], cells: readonly string[]): unknown {
  const value: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  names.forEach((name, index) => {
    const cell = cells[index] ?? "";
    if (name.trim() === "tags") value["tags"] = cell.split(/[\s,]+/).filter((tag) => tag !== "");
    else if (cell !== "") value[name.trim()] = cell;
  });
  return value;
}
