/** The number of letters to change, add, remove or swap with the next one to turn one word into another. */
function editDistance(from: string, to: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const isSame = from[row - 1] === to[column - 1];
      const isSwapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      current.push(
        Math.min(
          (last[column] ?? 0) + 1,
          (current[column - 1] ?? 0) + 1,
          (last[column - 1] ?? 0) + (isSame ? 0 : 1),
          isSwapped ? (beforeLast[column - 2] ?? 0) + 1 : Infinity,
        ),
      );
    }
    [beforeLast, last] = [last, current];
  }
  return last[to.length] ?? 0;
}

// A word of three or four letters may have one wrong letter, a word of seven two.
const lettersForOneMistake = 4;

/** The word of a list that a mistyped word stands for; undefined if that isn't clear. */
export function similarTo<Option extends string>(
  word: string,
  options: readonly Option[],
): Option | undefined {
  const typed = word.trim().toLowerCase();
  const allowed = Math.floor((typed.length + 1) / lettersForOneMistake);
  const near = options.filter((option) => editDistance(typed, option.toLowerCase()) <= allowed);
  return near.length === 1 ? near[0] : undefined;
}
