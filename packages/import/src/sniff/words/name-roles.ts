/** Finds the roles of a column from its name. */
import { isCurrencyCode, lazily } from "@outlay/shared";
import { bareWords } from "../../cells/plain-text.ts";
import { columnNames, type ColumnRole, columnRoles } from "./column-names.ts";

const fillers = new Set([
  "in",
  "of",
  "the",
  "a",
  "an",
  "der",
  "die",
  "des",
  "de",
  "du",
  "la",
  "le",
  "el",
]);

/** Returns a column's name in the form in which names are compared. */
export function foldName(name: string): string {
  const coded = name.replace(/\b[A-Z]{3}\b/g, (code) => (isCurrencyCode(code) ? " " : code));
  const words = bareWords(coded)
    .replace(/[/+-]+/g, " ")
    .split(" ")
    .filter((word) => word !== "");
  const telling = words.filter((word) => !fillers.has(word));
  return (telling.length > 0 ? telling : words)
    .join(" ")
    .replace(/([ao])e/g, "$1")
    .replace(/ue/g, "u");
}

/** Scores how well a column's name fits each role; roles that don't fit are absent. */
export type NameRoles = ReadonlyMap<ColumnRole, number>;

interface Phrases {
  /** The roles of complete names. */
  whole: Map<string, ColumnRole[]>;
  /** Phrases to find inside longer names, the longest first. */
  parts: { role: ColumnRole; phrase: string; isUnspaced: boolean }[];
  beginnings: { role: ColumnRole; phrase: string }[];
}

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

function compile(): Phrases {
  const phrases: Phrases = { whole: new Map(), parts: [], beginnings: [] };
  for (const role of columnRoles) {
    for (const written of columnNames[role].split(/[;\n]/)) {
      const phrase = foldName(written);
      if (phrase === "") continue;
      if (written.includes("*")) phrases.beginnings.push({ role, phrase });
      const roles = phrases.whole.get(phrase) ?? [];
      if (!roles.includes(role)) phrases.whole.set(phrase, [...roles, role]);
      phrases.parts.push({ role, phrase, isUnspaced: unspaced.test(phrase) });
    }
  }
  phrases.parts.sort((one, other) => other.phrase.length - one.phrase.length);
  return phrases;
}

const compiled = lazily(compile);

const wholeScore = 10;
/** From this score on, the whole name is known, or its beginning. */
export const knownScore = wholeScore - 1;

function isPart(name: string, phrase: string, isUnspaced: boolean): boolean {
  if (isUnspaced) return phrase.length > 1 && name.includes(phrase);
  return phrase.length > 2 && ` ${name} `.includes(` ${phrase} `);
}

/** Treats a name with both directions, such as "Paid in / paid out", as that of signed amounts. */
function asBothWays(roles: Map<ColumnRole, number>): NameRoles {
  const [out = 0, received = 0] = [roles.get("out"), roles.get("in")];
  if (out === 0 || received === 0 || Math.max(out, received) >= knownScore) return roles;
  roles.delete("out");
  roles.delete("in");
  roles.set("amount", Math.max(roles.get("amount") ?? 0, out, received));
  return roles;
}

/** @param name the name as the file has it */
export function rolesOf(name: string): NameRoles {
  const { whole, parts, beginnings } = compiled();
  const folded = foldName(name);
  const roles = new Map<ColumnRole, number>();
  if (folded === "") return roles;
  for (const role of whole.get(folded) ?? []) roles.set(role, wholeScore);
  for (const { role, phrase } of beginnings) {
    if (folded.startsWith(phrase)) roles.set(role, Math.max(roles.get(role) ?? 0, knownScore));
  }
  for (const { role, phrase, isUnspaced } of parts) {
    if (roles.has(role) || !isPart(folded, phrase, isUnspaced)) continue;
    // The more of the name a phrase covers, the higher the score, but always below that of a known name.
    roles.set(role, 2 + (5 * phrase.length) / folded.length);
  }
  return asBothWays(roles);
}

/** Whether a text is a complete column name in some language. */
export function isColumnName(text: string): boolean {
  if (text.length > 60 || text.trim() === "") return false;
  const { whole, beginnings } = compiled();
  const folded = foldName(text);
  return whole.has(folded) || beginnings.some(({ phrase }) => folded.startsWith(phrase));
}

/** The English names: the first line of each role. */
const english = lazily(
  () =>
    new Set(
      columnRoles.flatMap((role) => {
        const [line = ""] = columnNames[role].trim().split("\n");
        return line.split(";").map(foldName);
      }),
    ),
);

/**
 * Whether the names are in a language whose countries write the day before the month. That is any language
 * except English, which is written in both orders.
 */
export function isDayFirstLanguage(names: readonly string[]): boolean {
  const known = names.filter((name) => name.trim() !== "" && isColumnName(name)).map(foldName);
  const foreign = known.filter((name) => !english().has(name)).length;
  return foreign >= 2 && foreign > known.length - foreign;
}

// Swedish, Hungarian and Lithuanian words that neighbouring languages don't share.
const yearFirstWords =
  /\b(?:belopp|bokford\w*|bokforing\w*|insattning\w*|uttag|transaktionsdag|reskontradatum|osszeg\w*|egyenleg\w*|konyvel\w*|kozlemeny|leiras|ertek\w*|likutis|mokejim\w*|gavejas|operacijos|paskirtis|debetas|kreditas)\b/;

/** Whether the names are in a language whose country writes the year first, even with two digits. */
export const isYearFirstLanguage = (names: readonly string[]): boolean =>
  names.some((name) => yearFirstWords.test(foldName(name))) || isPointLanguage(names);

/** Whether the names are Chinese, Japanese or Korean, where the decimal mark is a point. */
export const isPointLanguage = (names: readonly string[]): boolean =>
  names.filter((name) => unspaced.test(name)).length > names.length / 2;
