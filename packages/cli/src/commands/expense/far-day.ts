/** Detects days so far away that they are probably a typing error: `22.11.62`, `2206-11-22`. */
import { type CalendarDate, daysBetween } from "@outlay/shared";
import { parseDay } from "../../arguments/day.ts";
import type { Cli } from "../../cli.ts";
import { ask } from "../../terminal/ask.ts";
import type { Prompts } from "../../terminal/prompts.ts";

const mostDaysAhead = 366;
const mostDaysAgo = 3653;
const daysInYear = 365.2425;

/** `36 years ahead`, `41 years ago`; undefined for a day that is not unusual. */
export function farText(day: CalendarDate, today: CalendarDate): string | undefined {
  const ahead = daysBetween(today, day);
  if (ahead <= mostDaysAhead && -ahead <= mostDaysAgo) return undefined;
  const years = Math.floor(Math.abs(ahead) / daysInYear);
  if (ahead < 0) return `${years} years ago`;
  return years < 2 ? "more than a year ahead" : `${years} years ahead`;
}

/** Asks whether a day that is far away is meant, and for another one if it isn't. */
export async function settleDay(
  prompts: Prompts,
  day: CalendarDate,
  today: CalendarDate,
): Promise<CalendarDate> {
  const far = farText(day, today);
  if (far === undefined || (await prompts.confirm(`${day} is ${far}. Is that correct?`)))
    return day;
  return settleDay(prompts, await ask(prompts, "Date:", (text) => parseDay(text, today)), today);
}

/** Warns scripts, which can't be asked. @param mend the command that corrects the day */
export function warnOfFarDay(cli: Cli, day: CalendarDate, today: CalendarDate, mend: string): void {
  const far = farText(day, today);
  if (far === undefined || cli.prompts) return;
  cli.warn(`The day is ${day}, which is ${far}. To correct it: ${mend}`);
}
