import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type CalendarDate, daysBefore } from "@outlay/shared";

const categories = ["FOOD", "DATA", "TRANSPORT", "MISCELLANEOUS"];
const perDay = 70;

function* rows(count: number, today: CalendarDate): Generator<string> {
  yield "date,amount,category,description,tags,external_id\n";
  let day = today;
  for (let index = 0; index < count; index += 1) {
    if (index > 0 && index % perDay === 0) day = daysBefore(day, 1);
    const cents = 100 + ((index * 7919) % 19_999);
    const amount = `${Math.trunc(cents / 100)}.${String(cents % 100).padStart(2, "0")}`;
    const category = categories[index % categories.length] ?? "";
    const tag = index % 5 === 0 ? "work" : "";
    yield `${day},${amount},${category},Merchant ${index % 977} receipt ${index},${tag},bench-${index}\n`;
  }
}

/** Writes Outlay's own CSV with this many expenses, some dozens a day until today. */
export const writeOwnFile = (path: string, count: number, today: CalendarDate): Promise<void> =>
  pipeline(Readable.from(rows(count, today)), createWriteStream(path));
