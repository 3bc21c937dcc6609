/** The names of months and weekdays, long and short, in the languages of known exports. */
import { lazily } from "@outlay/shared";
import { bareWords } from "./plain-text.ts";

// English comes first: if a word is a different month in two languages, the earliest language that knows all
// the words of a column wins.
const locales = (
  "en de fr es it pt nl pl ru sv da nb fi cs sk hu ro tr el uk bg hr sl sr et lv lt ca " +
  "id ms vi he ar"
).split(" ");

const withoutBlanks = (text: string) => bareWords(text).replaceAll(" ", "");

/** Returns the names of the months in one language, normalised, with abbreviations of three or four letters. */
function namesOf(locale: string): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  const formatters = (["long", "short"] as const).flatMap((month) => [
    new Intl.DateTimeFormat(locale, { month, timeZone: "UTC", numberingSystem: "latn" }),
    // Slavic languages inflect a month that follows a day.
    new Intl.DateTimeFormat(locale, {
      month,
      day: "numeric",
      timeZone: "UTC",
      numberingSystem: "latn",
    }),
  ]);
  const shortened = new Map<string, number | undefined>();
  for (const formatter of formatters) {
    for (let month = 1; month <= 12; month += 1) {
      const parts = formatter.formatToParts(Date.UTC(2001, month - 1, 1));
      const name = withoutBlanks(parts.find(({ type }) => type === "month")?.value ?? "");
      if (!/^\p{L}{2,}$/u.test(name)) continue;
      names.set(name, month);
      for (const length of [3, 4]) {
        const short = name.slice(0, length);
        const known = shortened.get(short);
        shortened.set(short, known === undefined || known === month ? month : -1);
      }
    }
  }
  for (const [short, month] of shortened) {
    if (month !== undefined && month > 0 && !names.has(short)) names.set(short, month);
  }
  return names;
}

const known = new Map<string, ReadonlyMap<string, number>>();

function monthIn(locale: string, word: string): number | undefined {
  let names = known.get(locale);
  if (!names) {
    names = namesOf(locale);
    known.set(locale, names);
  }
  return names.get(withoutBlanks(word));
}

const judged = new Map<string, boolean>();
const maxJudged = 2000;

/** Whether a word is a month in any language. */
export function isMonthName(word: string): boolean {
  let is = judged.get(word);
  if (is === undefined) {
    is = locales.some((locale) => monthIn(locale, word) !== undefined);
    if (judged.size < maxJudged) judged.set(word, is);
  }
  return is;
}

/** Returns the month of each word in the first language that knows them all; undefined if none does. */
export function monthsOf(words: Iterable<string>): ReadonlyMap<string, number> | undefined {
  const all = [...words];
  const locale = locales.find((one) => all.every((word) => monthIn(one, word) !== undefined));
  if (locale === undefined) return undefined;
  return new Map(all.map((word) => [word, monthIn(locale, word) as number]));
}

function weekdaysIn(locale: string, weekday: "long" | "short"): string[] {
  const formatter = new Intl.DateTimeFormat(locale, { weekday, timeZone: "UTC" });
  // 1 January 2001 was a Monday.
  const days = [1, 2, 3, 4, 5, 6, 7].map((day) => formatter.format(Date.UTC(2001, 0, day)));
  return days.map(withoutBlanks);
}

const weekdays = lazily(
  () =>
    new Set(
      locales.flatMap((locale) => [...weekdaysIn(locale, "long"), ...weekdaysIn(locale, "short")]),
    ),
);

/** Whether a word is a weekday in any language. */
export const isWeekdayName = (word: string): boolean => weekdays().has(withoutBlanks(word));
