// The tokens of a regular expression with the flag u; the last line is any other character.
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

/** Returns how often a quantifier repeats something; undefined for other tokens. */
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
 * Returns an upper limit for the number of ways to match a text: each unlimited repetition multiplies it by the
 * text's length, and each optional part doubles it.
 * @param source the source of a valid regular expression with the flag u that repeats safely
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

/** Each additional optional part doubles the time for reading an expression. */
export const mostQuantifiers = 12;

/** Counts the parts that are optional or repeat a variable number of times. */
export function quantifiersIn(source: string): number {
  const times = [...source.matchAll(tokens)].map(([token]) => timesOf(token));
  return times.filter((each) => each !== undefined && each.least !== each.most).length;
}

/**
 * Whether no repeated group can match a text in several ways. Otherwise each further character doubles the
 * time, as in `(a+)+b`. Some harmless expressions are refused too.
 * @param source the source of a valid regular expression with the flag u
 */
export function repeatsSafely(source: string): boolean {
  // For each open group, the outermost first: whether the text it matches can vary.
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
