import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { newFolder } from "@outlay/testing";
import { beforeEach, describe, expect, it } from "vitest";
import { typeLine } from "../../testing/type-line.ts";

let home = "";
const type = (...args: readonly string[]) => typeLine(home, args);
const ratesNow = async () => JSON.parse((await type("rate", "list", "--json")).stdout) as object[];

beforeEach(async () => {
  home = await newFolder();
  await type("config", "set", "currency", "EUR");
});

const hotel = (day: string, amount = "30 USD") =>
  type("add", amount, "Hotel", "-c", "misc", "-d", day);

describe("outlay rate set", () => {
  it("without a day holds from today, and from the first record that had none", async () => {
    await hotel("2026-11-02");
    await hotel("2026-11-09");
    const { code, stdout } = await type("rate", "set", "USD", "0.92");
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout:
        "From 2026-11-22 on, 1 USD is 0.92 EUR.\n" +
        "So it is from 2026-11-02 on, the day of the first record that had no rate.\n",
    });
    const next = await type("rate", "set", "USD", "0,93");
    expect(next.stdout).toBe("From 2026-11-22 on, 1 USD is 0.93 EUR.\n");
    expect(await ratesNow()).toEqual([
      { currency: "USD", date: "2026-11-02", rate: "0.92" },
      { currency: "USD", date: "2026-11-22", rate: "0.93" },
    ]);
    const { stdout: report } = await type("report", "--all", "--json");
    expect(JSON.parse(report)).toMatchObject({ total: 55.2, unconverted: [] });
  });

  it("with a day holds from that day alone", async () => {
    await hotel("2026-11-02");
    await type("rate", "set", "USD", "0.92", "2026-11-03");
    expect(await ratesNow()).toEqual([{ currency: "USD", date: "2026-11-03", rate: "0.92" }]);
  });

  it.each([
    [["rate", "set", "EUR", "1"], "EUR is your home currency"],
    [["rate", "set", "USD", "1,234"], "is not a positive number"],
    [["rate", "set", "USD", "0"], "is not a positive number"],
    [["rate", "set", "KWD", "3"], "isn't the code of a currency"],
    [["rate", "set", "USD"], "The rate is missing."],
    [["rate", "set"], "The currency is missing."],
  ])("%j is refused", async (words, message) => {
    const { code, stderr } = await type(...words);
    expect({ code, stderr }).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(message) as string,
    });
    expect(await ratesNow()).toEqual([]);
  });

  it("asks for what is missing", async () => {
    const { asked } = await typeLine(home, ["rate", "set"], { answers: ["usd", "0.92"] });
    expect(asked).toEqual(["Currency:", "Units of your home currency for 1 USD:"]);
    expect(await ratesNow()).toHaveLength(1);
  });
});

it("a rate can be removed, and what it was is told", async () => {
  await type("rate", "set", "USD", "0.92");
  const { stdout, stderr } = await type("rate", "rm", "usd", "today");
  expect(stdout).toBe("Removed the rate from 2026-11-22 on: 1 USD is 0.92 EUR.\n");
  expect(stderr).toContain("outlay rate set USD 0.92 2026-11-22");
  expect((await type("rate", "rm", "USD", "today")).code).toBe(5);
});

it("amounts without a rate are told wherever amounts are added up", async () => {
  await type("budget", "add", "100", "-c", "misc");
  const added = await hotel("today");
  const told = "Not included, for lack of a rate: 30.00 USD";
  expect(added.stderr).toContain(told);
  expect((await type("report")).stdout).toContain(
    `${told}.\nSet one with: outlay rate set USD RATE`,
  );
  expect((await type("budget", "status")).stdout).toContain(`${told} in MISCELLANEOUS (monthly)`);
  const check = await type("budget", "check");
  expect(check).toMatchObject({ code: 0, stdout: "" });
  expect(check.stderr).toContain(told);
  await type("rate", "set", "USD", "4");
  expect(await type("budget", "check")).toMatchObject({ code: 9, stderr: "" });
});

const importing = async (text: string | Uint8Array) => {
  const file = join(home, "eurofxref-hist.csv");
  await writeFile(file, text);
  return type("rate", "import", file);
};

describe("outlay rate import", () => {
  const table = [
    "Date,USD,JPY,CHF,",
    "2026-11-20,1.0500,160.50,0.9300,",
    "2026-11-19,1.0400,160.00,N/A,",
    "2026-11-06,1.0800,,0.9400,",
  ].join("\n");

  it("stores the reciprocal for the currencies and days of records, and tells the others", async () => {
    await hotel("2026-11-19");
    await hotel("2026-11-08");
    await hotel("2026-10-01");
    await hotel("2026-11-22", "500 JPY");
    const { code, stdout, stderr } = await importing(table);
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: "Stored 3 rates for the days of your records in JPY, USD.\n",
    });
    expect(stderr).toContain("no rate for 1 day on 2026-10-01, of USD.");
    expect(await ratesNow()).toEqual([
      { currency: "JPY", date: "2026-11-20", rate: "0.0062305296" },
      { currency: "USD", date: "2026-11-06", rate: "0.9259259259" },
      { currency: "USD", date: "2026-11-19", rate: "0.9615384615" },
    ]);
  });

  it("stores the cross rate for another home currency", async () => {
    home = await newFolder();
    await type("config", "set", "currency", "CHF");
    await hotel("2026-11-20");
    await hotel("2026-11-20", "10 EUR");
    await importing(table);
    expect(await ratesNow()).toEqual([
      { currency: "EUR", date: "2026-11-20", rate: "0.93" },
      { currency: "USD", date: "2026-11-20", rate: "0.8857142857" },
    ]);
  });

  it.each([
    ["PK\u0003\u0004", "is a packed file"],
    ["Day,USD\n2026-11-20,1", "isn't the table"],
    ["Date,USD\n20.11.2026,1", "doesn't begin with a day"],
    ["Date,USD\n2026-11-20,N/A", "it has no rates"],
    ["", "isn't the table"],
  ])("refuses %j", async (text, words) => {
    const { code, stderr } = await importing(text);
    expect({ code, stderr }).toMatchObject({
      code: 8,
      stderr: expect.stringContaining(words) as string,
    });
  });

  it("needs a home currency", async () => {
    home = await newFolder();
    const { code, stderr } = await importing(table);
    expect(code).toBe(2);
    expect(stderr).toContain("outlay config set currency EUR");
  });
});
