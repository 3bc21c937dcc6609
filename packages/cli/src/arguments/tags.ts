import { tags } from "@outlay/shared";
import { parseApiField } from "./api-field.ts";

/** Tags as people write them: lists show them with `#`, so that is how they are typed too. */
export const parseTags = (words: readonly string[]): string[] =>
  words.map((word) => word.replace(/^#/, ""));

const noTags = "none";

/** Tags as one text. */
export const tagsAsTyped = (labels: readonly string[]): string =>
  labels.length === 0 ? noTags : labels.join(" ");

/** Tags with blanks or commas between them, or `none`. @throws CliError usage */
export function parseTagList(text: string): string[] {
  const words = text.split(/[\s,]+/).filter((word) => word !== "");
  const isNone = words.length === 1 && words[0]?.toLowerCase() === noTags;
  return isNone ? [] : parseApiField(tags(), parseTags(words));
}
