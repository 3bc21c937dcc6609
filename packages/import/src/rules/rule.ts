import { isCategoryKey, tags } from "@outlay/shared";
import * as v from "valibot";
import { ImportRefusal } from "../refusal.ts";
import { parsePattern } from "./pattern.ts";

function isPattern(text: string): boolean {
  try {
    parsePattern(text);
    return true;
  } catch (error) {
    if (error instanceof ImportRefusal) return false;
    throw error;
  }
}

export const rule = v.object({
  id: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  pattern: v.pipe(v.string(), v.check(isPattern)),
  /** The key of a category, built-in or the user's own. */
  category: v.pipe(v.string(), v.check(isCategoryKey)),
  tags: tags(),
});

/** The category and tags for expenses whose text matches a pattern. */
export type Rule = v.InferOutput<typeof rule>;
