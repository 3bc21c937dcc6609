import { describe, expect, it } from "vitest";
import { csv, fatesOf } from "../testing/lines.ts";

describe("a line that isn't a booking", () => {
  it("may be the header again, if lists were joined", async () => {
    const text = csv(
      "Date,Text,Amount",
      "2024-03-01,A,-1.00",
      "Date,Text,Amount",
      "2024-03-02,B,-2.00",
    );
    expect(await fatesOf(text)).toEqual([
      "2024-03-01 1.00 A",
      "ignored 3: text only",
      "2024-03-02 2.00 B",
    ]);
  });

  it("may be the heading of pending rows, up to the next heading", async () => {
    const text = csv(
      "Date,Text,Amount",
      "2024-03-01,A,-1.00",
      "Pending transactions,,",
      "2024-03-02,B,-2.00",
      "Posted transactions,,",
      "2024-03-03,C,-3.00",
    );
    expect(await fatesOf(text)).toEqual([
      "2024-03-01 1.00 A",
      "ignored 3: text only",
      "ignored 4: not booked yet",
      "ignored 5: text only",
      "2024-03-03 3.00 C",
    ]);
  });

  it("may be the header of another list, whose rows aren't read by the first one's columns", async () => {
    const text = csv(
      "Date,Text,Amount,Balance",
      "2024-03-01,A,-1.00,9.00",
      "Date,Text,Balance,Category,Amount",
      '2024-04-01,B,"7,00",Food,"-2,00"',
    );
    expect(await fatesOf(text)).toEqual([
      "2024-03-01 1.00 A",
      "ignored 3: text only",
      "rejected 4: it belongs to another list, which has its own columns (line 3); --skip-other-lists leaves such rows out",
    ]);
  });

  const shops = ["2024-03-01,TOTAL,-45.00", "2024-03-02,Shop,-5.00", "2024-03-04,Pub,-7.00"];
  const header = "Date,Text,Amount";

  it("may be a total of the rows before it, though a shop may be called Total", async () => {
    const text = csv(header, ...shops, "2024-03-09,Baker,-3.00", "2024-03-31,Total,-60.00");
    expect(await fatesOf(text)).toEqual([
      "2024-03-01 45.00 TOTAL",
      "2024-03-02 5.00 Shop",
      "2024-03-04 7.00 Pub",
      "2024-03-09 3.00 Baker",
      "ignored 6: balance or total",
    ]);
  });

  it("is unclear if it may be a shop called Total or the total of a few rows", async () => {
    const [first = "", second = ""] = shops;
    const text = csv(header, first, second, "2024-03-31,Total,-50.00");
    expect((await fatesOf(text)).at(-1)).toBe(
      "rejected 4: it is unclear whether this is a booking, or a balance or total",
    );
  });

  it("is a booking if its balance moves, whatever its name and amount", async () => {
    const text = csv(
      "Date,Text,Amount,Balance",
      "2024-03-01,Shop,-20.00,80.00",
      "2024-03-02,Pub,-30.00,50.00",
      "2024-03-03,TOTAL,-50.00,0.00",
      "2024-03-04,Pay,100.00,100.00",
      "2024-03-05,Saldo,-4.00,96.00",
    );
    expect(await fatesOf(text)).toEqual([
      "2024-03-01 20.00 Shop",
      "2024-03-02 30.00 Pub",
      "2024-03-03 50.00 TOTAL",
      "ignored 5: money in",
      "2024-03-05 4.00 Saldo",
    ]);
  });

  it.each(["S", "H"])(
    "may be a balance named in another column than bookings are: %s",
    async (sign) => {
      const text = csv(
        "Buchungstag;Empfänger;Referenz;Betrag;S/H",
        "29.04.2024;Stadtwerke;A1;54,21;S",
        "26.04.2024;Hausverwaltung;A2;1.130,00;S",
        "25.04.2024;Arbeit;A3;2.288,17;H",
        `01.04.2024;;Anfangssaldo;612,40;${sign}`,
        `30.04.2024;;Endsaldo;1.666,36;${sign}`,
      );
      expect((await fatesOf(text)).slice(-2)).toEqual([
        "ignored 5: balance or total",
        "ignored 6: balance or total",
      ]);
    },
  );

  it("may be several rows, swallowed by an unclosed quote", async () => {
    const text = csv(
      "Date,Text,Amount",
      "2024-03-01,A,-1.00",
      '2024-03-02,"B,-2.00',
      "2024-03-03,C,-3.00",
      '2024-03-04,"D",-4.00',
    );
    expect(await fatesOf(text)).toEqual([
      "2024-03-01 1.00 A",
      "rejected 3: an unclosed quote in it takes in the following rows",
    ]);
  });
});

const above = (line: number, first: number) =>
  `rejected ${line}: it is above the main list, which begins in line ${first}; --skip-other-lists leaves such rows out`;

describe("a booking above the header", () => {
  const list = ["Date,Text,Amount", "2026-01-02,Pub,-1.00", "2026-01-03,Baker,-2.00"];

  it.each([
    "2026-01-01,Shop,-9.00",
    "2026-01-01,Shop,9.00",
    "2026-01-01,Shop,9",
    "2026-01-01;Shop;-9,00",
    "Shop,2026-01-01,9.00",
  ])("is counted even in the first line: %s", async (line) => {
    expect((await fatesOf(csv(line, ...list)))[0]).toBe(above(1, 3));
    expect((await fatesOf(csv("My bank", line, ...list)))[0]).toBe(above(2, 4));
  });

  it("isn't seen in a first line that gives the balance of an account on a day", async () => {
    const text = csv("Giro,Giro account,****1234,2026-01-31,EUR,12.09", ...list);
    expect(await fatesOf(text)).toEqual(["2026-01-02 1.00 Pub", "2026-01-03 2.00 Baker"]);
  });
});
