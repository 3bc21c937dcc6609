import { parseChoice } from "../arguments/choice.ts";
import { refusalIn } from "../errors/refusal-in.ts";

/** Finds the option that is typed at a list: by its name, its first letters or its number. */
export function meantOption<Option extends string>(
  word: string,
  options: readonly Option[],
): { option: Option } | { refusal: string } {
  const numbered = /^\d+$/.test(word) ? options[Number(word) - 1] : undefined;
  if (numbered !== undefined) return { option: numbered };
  try {
    return { option: parseChoice("Answer", word, options) };
  } catch (error) {
    return { refusal: refusalIn(error) };
  }
}
