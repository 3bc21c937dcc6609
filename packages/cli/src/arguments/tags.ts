import { tags } from "@outlay/shared";
import { parseApiField } from "./api-field.ts";

/** Reads tags as people write them: lists show tags with `#`, so people type it too. */
export const parseTags = (words: readonly string[]): string[] =>
  words.map((word) => word.replace(/^#/, ""));

const noTags = "none";

/** Joins tags into one text. */
export const tagsAsTyped = (labels: readonly string[]): string =>
  labels.length === 0 ? noTags : labels.join(" ");

/** Reads tags separated by blanks or commas, or `none`. @throws CliError usage */
export function parseTagList(text: string): string[] {
  const words = text.split(/[\s,]+/).filter((word) => word !== "");
  const isNone = words.length === 1 && words[0]?.toLowerCase() === noTags;
  return isNone ? [] : parseApiField(tags(), parseTags(words));
}
