import { describe, expect, it } from "vitest";
import { dayOf, readDateCell } from "./date-cell.ts";
import { monthsOf } from "./month-names.ts";

/** Returns every day that a cell can mean. */
function readings(cell: string): string[] {
  const date = readDateCell(cell);
  if (!date) return [];
  const months = monthsOf(date.monthName === undefined ? [] : [date.monthName]) ?? new Map();
  return date.orders.flatMap((order) => {
    const day = dayOf(date, order, months);
    return day === undefined ? [] : [`${order} ${day}`];
  });
}

describe("readDateCell", () => {
  it.each([
    ["2024-01-31", "ymd 2024-01-31"],
    ["2024/1/5", "ymd 2024-01-05"],
    ["2012:03:01", "ymd 2012-03-01"],
    ["20240131", "ymd 2024-01-31"],
    ["20240131123059", "ymd 2024-01-31"],
    ["2024年4月1日", "ymd 2024-04-01"],
    ["2024. 4. 1.", "ymd 2024-04-01"],
    ["31.01.2024", "dmy 2024-01-31"],
    ["27. 5. 2018", "dmy 2018-05-27"],
    ["31012024", "dmy 2024-01-31"],
    ["1/31/24", "mdy 2024-01-31"],
    ["2022-01-02 12:16:54", "ymd 2022-01-02"],
    ["2017-04-25T03:15:53", "ymd 2017-04-25"],
    ["2017-04-25T03:15:53.123Z", "ymd 2017-04-25"],
    ["2013-07-03-08.21.36.47192", "ymd 2013-07-03"],
    ["2024-01-15 10:00:00 UTC", "ymd 2024-01-15"],
    ["31/12/2023 11:59 PM", "dmy 2023-12-31"],
    ["15 Dec 2024", "dmy 2024-12-15"],
    ["12-Dec-2019", "dmy 2019-12-12"],
    ["10 Feb 18", "dmy 2018-02-10"],
    ["Dec 5, 2024", "mdy 2024-12-05"],
    ["December 5th, 2024", "mdy 2024-12-05"],
    ["3. März 2024", "dmy 2024-03-03"],
    ["3 févr. 2024", "dmy 2024-02-03"],
    ["03-ene-2024", "dmy 2024-01-03"],
    ["3 de enero de 2024", "dmy 2024-01-03"],
    ["5 января 2024", "dmy 2024-01-05"],
    ["5 stycznia 2024", "dmy 2024-01-05"],
    ["Mo, 15.01.2024", "dmy 2024-01-15"],
    ["2024-Jan-05", "ymd 2024-01-05"],
    ["2024. március 28.", "ymd 2024-03-28"],
    ["Thursday, 28 March 2024", "dmy 2024-03-28"],
  ])("reads %j as %s", (cell, expected) => {
    expect(readings(cell)).toEqual([expected]);
  });

  it("gives both orders for a date that can be read in two ways", () => {
    expect(readings("05/03/2021")).toEqual(["dmy 2021-03-05", "mdy 2021-05-03"]);
    expect(readings("01-02-03")).toEqual(["dmy 2003-02-01", "mdy 2003-01-02", "ymd 2001-02-03"]);
  });

  it.each([
    "",
    "12.50",
    "10:15:20",
    "06:50 PM",
    "1234567",
    "123456789012",
    "Jan",
    "12 Main St 24",
    "Lidl 28/12/2023",
    "01.03.202⁴",
    "1²/03/2024",
  ])("doesn't read %j as a day", (cell) => {
    expect(readDateCell(cell)).toBeUndefined();
  });

  it("reads a day that doesn't exist as a date without a valid order", () => {
    expect(readDateCell("2024-02-30")).toBeDefined();
    expect(readings("2024-02-30")).toEqual([]);
  });
});

describe("monthsOf", () => {
  it("uses the language that knows all the words", () => {
    expect(monthsOf(["mar", "ene"])?.get("mar")).toBe(3);
    expect(monthsOf(["maalis", "marras"])?.get("marras")).toBe(11);
  });
});
