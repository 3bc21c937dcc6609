import { hasAtMost } from "@outlay/shared";

/** Cuts a text that is too long, so that it can be seen. */
export function shortened(text: string, maxCharacters: number): string {
  if (hasAtMost(text, maxCharacters)) return text;
  return `${Array.from(text)
    .slice(0, maxCharacters - 1)
    .join("")}…`;
}
