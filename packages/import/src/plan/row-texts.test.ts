/** The account, the note and the currency that a plan has for a bank's rows. */
import { describe, expect, it } from "vitest";
import { planOfText } from "../testing/plan-of.ts";

const file = (...rows: readonly string[]) =>
  ["Datum;Empfänger;Verwendungszweck;Betrag;Währung;Konto", ...rows].join("\n");

describe("the note of a row", () => {
  it("has the texts that the description lacks, but no days, numbers or repetitions", async () => {
    const { expenses } = await planOfText(
      file(
        "02.11.2026;REWE Markt;Einkauf 4711 Karte;-45,10;EUR;",
        "03.11.2026;REWE Markt;REWE Markt;-45,10;EUR;",
        "04.11.2026;REWE Markt;;-45,10;EUR;",
        "05.11.2026;Anna Muster;4711;-45,10;EUR;",
      ),
    );
    expect(expenses.map(({ note }) => note)).toEqual([
      "Einkauf 4711 Karte",
      undefined,
      undefined,
      undefined,
    ]);
  });

  it("is cut so that it can be seen", async () => {
    const { expenses } = await planOfText(
      file(`02.11.2026;REWE;${"Einkauf ".repeat(200)};-45,10;EUR;`),
    );
    expect(expenses[0]?.note).toHaveLength(1000);
    expect(expenses[0]?.note).toMatch(/^Einkauf .*…$/);
  });
});

describe("the account", () => {
  const rows = file("02.11.2026;REWE;Einkauf;-45,10;EUR;Giro", "03.11.2026;ALDI;Kauf;-1,00;EUR;");

  it("is that of the row, and otherwise stands once in the plan's first line", async () => {
    const own = await planOfText(rows);
    expect(own.expenses.map(({ account }) => account)).toEqual(["Giro", undefined]);
    expect(own.head.account).toBeUndefined();
    const given = await planOfText(rows, { account: "Haushalt" });
    expect(given.expenses.map(({ account }) => account)).toEqual([undefined, undefined]);
    expect(given.head.account).toBe("Haushalt");
  });
});

it("the named currency of a file changes neither the identity of its rows nor anything else of them", async () => {
  const rows = "Date,Text,Amount\n2026-11-02,SHELL,-12.99\n2026-11-03,BP,-1.50\n";
  const bare = await planOfText(rows);
  const named = await planOfText(rows, { currency: "USD" });
  expect(named.rows).toEqual(bare.rows);
  expect([named.head.currency, bare.head.currency]).toEqual(["USD", undefined]);
});
