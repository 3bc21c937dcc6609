// What a regular expression with the flag u is made of; the last line is any other character.
const tokens = new RegExp(
  [
    String.raw`\\(?:[pPu]\{[^}]*\}|k<[^>]*>|.)`,
    String.raw`\[(?:\\.|[^\]\\])*\]`,
    String.raw`\((?:\?(?:<?[=!]|<[^>]*>|[a-z-]*:))?`,
    String.raw`(?:[*+?]|\{\d+(?:,\d*)?\})\??`,
    ".",
  ].join("|"),
  "gsu",
);

/** How often a quantifier lets something stand; undefined for another token. */
function timesOf(token: string): { least: number; most: number } | undefined {
  if (token.startsWith("*")) return { least: 0, most: Infinity };
  if (token.startsWith("+")) return { least: 1, most: Infinity };
  if (token.startsWith("?")) return { least: 0, most: 1 };
  const [, least, comma, most] = /^\{(\d+)(,?)(\d*)\}/.exec(token) ?? [];
  if (least === undefined) return undefined;
  const open = comma === "" ? Number(least) : Infinity;
  return { least: Number(least), most: most ? Number(most) : open };
}

/**
 * How many ways there are at most to go through a text of some length: a power of the length for each thing that may
 * repeat without an end, and twice as many for each that may be there or not.
 * @param source of a regular expression that is valid with the flag u and repeats safely
 */
export function waysThrough(source: string, length: number): number {
  let ways = length;
  for (const [token] of source.matchAll(tokens)) {
    const times = timesOf(token);
    if (times) ways *= Math.min(length, times.most - times.least) + 1;
    else if (token === "|") ways *= 2;
  }
  return ways;
}

/** Reading an expression takes twice as long for each thing more in it that may be there or not. */
export const mostQuantifiers = 12;

/** How many things may be there or not, or repeat as often as they like. */
export function quantifiersIn(source: string): number {
  const times = [...source.matchAll(tokens)].map(([token]) => timesOf(token));
  return times.filter((each) => each !== undefined && each.least !== each.most).length;
}

/**
 * Whether no group repeats that can match one text in several ways: what makes a regular expression
 * try twice as long for each character more, like `(a+)+b`. It may refuse one that would do.
 * @param source of a regular expression that is valid with the flag u
 */
export function repeatsSafely(source: string): boolean {
  // For each group that is open, the outermost first: whether what it matches can vary.
  const open = [false];
  let lastVaries = false;
  const vary = () => (open[open.length - 1] = true);
  for (const [token] of source.matchAll(tokens)) {
    const times = timesOf(token);
    if (times) {
      if (lastVaries && times.most > 1) return false;
      if (times.least !== times.most) vary();
    }
    lastVaries = token === ")" && open.pop() === true;
    if (token.startsWith("(")) open.push(false);
    if (token === "|" || lastVaries) vary();
  }
  return true;
}
