import type { ExpenseFields } from "./api.ts";
import type { Random } from "./random.ts";

/** Characters of one to four bytes, some of which JSON or a line reader has to handle specially. */
const characters = ["a", " ", "é", "€", "語", "食", "😀", "🍞", "\n", '"', "\\", "\u2028"] as const;

function randomDescription(random: Random): string {
  // Most descriptions are long: journals have to fill quickly, or nothing is ever folded.
  const length = random.below(4) === 0 ? random.below(30) : 200 + random.below(54);
  const middle = Array.from({ length }, () => random.pick(characters)).join("");
  // White space at the ends would be trimmed.
  return `<${middle}>`;
}

const randomDay = (random: Random) => `2025-0${1 + random.below(9)}-${10 + random.below(19)}`;

export const randomFields = (random: Random): ExpenseFields => ({
  amount: (1 + random.below(9_999_999)) / 100,
  description: randomDescription(random),
  category: random.pick(["FOOD", "DATA", "TRANSPORT", "MISCELLANEOUS"]),
  date: randomDay(random),
  tags: Array.from({ length: random.below(4) }, (_, index) => `tag-${index}-${random.below(99)}`),
});
