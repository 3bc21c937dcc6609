/** Reads the table of euro reference rates that the European Central Bank publishes. */
import { isCalendarDate, parseRate, type RateUnits } from "@outlay/shared";
import { CliError } from "../../errors/cli-error.ts";

export interface ReferenceRates {
  /** The codes of the table's currencies. */
  codes: readonly string[];
  /** The units for one euro by code, for each day, in order. */
  days: readonly { date: string; units: ReadonlyMap<string, RateUnits> }[];
}

const source =
  "Get eurofxref-hist.zip from the European Central Bank's page of euro reference rates, and unpack it.";

const notTheTable = (name: string, why: string) =>
  new CliError("import_unsure", `${name} isn't the table of euro reference rates: ${why}.`, {
    hint: source,
  });

/** @param name the file's name in messages @throws CliError import_unsure */
export function readReferenceRates(name: string, bytes: Uint8Array): ReferenceRates {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    throw new CliError("import_unsure", `${name} is a packed file.`, {
      hint: "Unpack it, and import the eurofxref-hist.csv that is in it.",
    });
  }
  const [header = "", ...lines] = new TextDecoder().decode(bytes).trim().split(/\r?\n/);
  const [first, ...codes] = header.split(",").map((cell) => cell.trim());
  if (first !== "Date") throw notTheTable(name, 'its first line doesn\'t begin with "Date"');
  const days = lines
    .filter((line) => line.trim() !== "")
    .map((line, index) => {
      const [date = "", ...cells] = line.split(",").map((cell) => cell.trim());
      if (!isCalendarDate(date)) {
        throw notTheTable(name, `line ${index + 2} doesn't begin with a day like 2026-11-27`);
      }
      const units = cells.flatMap((cell, at): [string, RateUnits][] => {
        const code = codes[at] ?? "";
        const rate = code === "" ? undefined : parseRate(cell);
        return rate === undefined ? [] : [[code, rate]];
      });
      return { date, units: new Map(units) };
    });
  if (days.every(({ units }) => units.size === 0)) throw notTheTable(name, "it has no rates");
  return {
    codes: codes.filter((code) => code !== ""),
    days: days.toSorted((one, other) => (one.date < other.date ? -1 : 1)),
  };
}
