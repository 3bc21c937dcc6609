import { expect, it } from "vitest";
import { newFolder } from "@outlay/testing";
import { typeLine } from "../../testing/type-line.ts";

const twoLists = [
  "Standing orders",
  "Day;Text;Amount",
  "01.02.2026;RENT;-700,00",
  "",
  "Bookings",
  "Date,Text,Amount",
  "2026-02-04,SHOES,-60.00",
  "2026-02-05,BOOKS,-12.00",
  "2026-02-06,PAY,2000.00",
  "2026-02-07,BREAD,-3.00",
  "",
].join("\n");

it("the rows of another list are rejected until the user leaves it out, which a format remembers", async () => {
  const home = await newFolder();
  const importing = (...more: readonly string[]) =>
    typeLine(home, ["import", "-", "--json", ...more], { input: twoLists });

  expect((await importing()).code).toBe(8);
  const saved = await importing("--skip-other-lists", "--save-as", "giro");
  const { imported, ignored } = JSON.parse(saved.stdout) as {
    imported: number;
    ignored: unknown[];
  };
  expect(imported).toBe(3);
  expect(ignored).toContainEqual({ line: 3, reason: "another list in the file" });
  expect(JSON.parse((await importing()).stdout)).toMatchObject({ duplicates: 3, rejected: [] });
});

const torn = [
  "Date,Text,Amount,Balance",
  "2026-02-04,SHOES,-60.00,940.00",
  "2026-02-05,BOOKS,-12.00,928.00",
  "2026-02-06,PUB,-8.00,900.00",
  "2026-02-07,BREAD,-3.00,897.00",
  "",
].join("\n");

it("a gap in the balance is reported, and with --strict-balance nothing is imported", async () => {
  const home = await newFolder();
  const importing = (...more: readonly string[]) =>
    typeLine(home, ["import", "-", "--json", ...more], { input: torn });
  const gaps = [{ lines: [3, 4], missing: "-20.00" }];

  const strict = await importing("--strict-balance");
  expect(strict.code).toBe(8);
  expect(JSON.parse(strict.stdout)).toMatchObject({ imported: 0, balance_gaps: gaps });
  const told = await importing();
  expect(told.code).toBe(0);
  expect(JSON.parse(told.stdout)).toMatchObject({ imported: 4, balance_gaps: gaps });
  expect(told.stderr).toContain("lines 3 and 4: 20.00 more went out than the rows show");
});
