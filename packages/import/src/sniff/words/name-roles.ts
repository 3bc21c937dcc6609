/** What a column's name says it holds. */
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

/** A column's name as names are compared. */
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

/** How well a column's name fits each role; roles that it doesn't fit are absent. */
export type NameRoles = ReadonlyMap<ColumnRole, number>;

interface Phrases {
  /** The roles of names that are just this. */
  whole: Map<string, ColumnRole[]>;
  /** To be found inside of longer names, the longest first. */
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
/** From this on, a name is known whole, or by how it begins. */
export const knownScore = wholeScore - 1;

function isPart(name: string, phrase: string, isUnspaced: boolean): boolean {
  if (isUnspaced) return phrase.length > 1 && name.includes(phrase);
  return phrase.length > 2 && ` ${name} `.includes(` ${phrase} `);
}

/** A name that has both ways in it, such as "Paid in / paid out", is that of amounts of either. */
function asBothWays(roles: Map<ColumnRole, number>): NameRoles {
  const [out = 0, received = 0] = [roles.get("out"), roles.get("in")];
  if (out === 0 || received === 0 || Math.max(out, received) >= knownScore) return roles;
  roles.delete("out");
  roles.delete("in");
  roles.set("amount", Math.max(roles.get("amount") ?? 0, out, received));
  return roles;
}

/** @param name as the file has it */
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
    // The more of the name it is, the more it says; never as much as a name known whole.
    roles.set(role, 2 + (5 * phrase.length) / folded.length);
  }
  return asBothWays(roles);
}

/** Whether the text is a column's name in some language, whole. */
export function isColumnName(text: string): boolean {
  if (text.length > 60 || text.trim() === "") return false;
  const { whole, beginnings } = compiled();
  const folded = foldName(text);
  return whole.has(folded) || beginnings.some(({ phrase }) => folded.startsWith(phrase));
}

/** The first line of each role. */
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
 * Whether the names are of a language in whose countries the day is written before the month: any but
 * English, which is written in both ways.
 */
export function isDayFirstLanguage(names: readonly string[]): boolean {
  const known = names.filter((name) => name.trim() !== "" && isColumnName(name)).map(foldName);
  const foreign = known.filter((name) => !english().has(name)).length;
  return foreign >= 2 && foreign > known.length - foreign;
}

// Swedish, Hungarian and Lithuanian, by words that their neighbours don't share.
const yearFirstWords =
  /\b(?:belopp|bokford\w*|bokforing\w*|insattning\w*|uttag|transaktionsdag|reskontradatum|osszeg\w*|egyenleg\w*|konyvel\w*|kozlemeny|leiras|ertek\w*|likutis|mokejim\w*|gavejas|operacijos|paskirtis|debetas|kreditas)\b/;

/** Whether the names are of a language in whose country the year is written first, also with two digits. */
export const isYearFirstLanguage = (names: readonly string[]): boolean =>
  names.some((name) => yearFirstWords.test(foldName(name))) || isPointLanguage(names);

/** Whether the names are Chinese, Japanese or Korean, where the decimal mark is a point. */
export const isPointLanguage = (names: readonly string[]): boolean =>
  names.filter((name) => unspaced.test(name)).length > names.length / 2;
