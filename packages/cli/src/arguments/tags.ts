import { tags } from "@outlay/shared";
import { usageError } from "../errors/cli-error.ts";
import { parseApiField } from "./api-field.ts";
import { orNone, typedOrNone } from "./or-none.ts";

/** Reads tags as people write them: lists show tags with `#`, so people type it too. @throws CliError usage */
export const parseTags = (words: readonly string[]): string[] =>
  words.map((word) => {
    const label = word.replace(/^#/, "");
    if (label === "") throw usageError("A tag is blank.", "Write it like work or #work.");
    return label;
  });

/** Joins tags into one text. */
export const tagsAsTyped = (labels: readonly string[]): string =>
  typedOrNone(labels.length === 0 ? null : labels.join(" "));

/** Reads tags separated by blanks or commas, or `none`. @throws CliError usage */
export function parseTagList(text: string): string[] {
  const words = text.split(/[\s,]+/).filter((word) => word !== "");
  const labels = orNone(words.join(" "), () => parseApiField(tags(), parseTags(words)));
  return labels ?? [];
}
