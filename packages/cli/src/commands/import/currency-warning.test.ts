import { expect, it } from "vitest";
import { newFolder } from "@outlay/testing";
import { typeLine } from "../../testing/type-line.ts";

async function warningIn(home: string, ...lines: readonly string[]): Promise<string> {
  const input = `${lines.join("\n")}\n`;
  const { code, stderr } = await typeLine(home, ["import", "-"], { input });
  expect(code).toBe(0);
  return stderr;
}

const warningOf = async (...lines: readonly string[]): Promise<string> =>
  warningIn(await newFolder(), ...lines);

it("amounts in several currencies cause a warning with the sum of each", async () => {
  const warning = await warningOf(
    "Datum;Text;Betrag;Valuta",
    "02.11.2026;REWE;-45,10;EUR",
    "03.11.2026;MIGROS;-80,00;CHF",
    "05.11.2026;SHELL;-12,99;EUR",
  );
  expect(warning).toContain("EUR 58.09, CHF 80.00");
});

it("value dates aren't mistaken for currencies", async () => {
  const warning = await warningOf(
    "Buchungstag;Valuta;Empfänger;Betrag",
    "02.11.2026;02.11.2026;REWE;-45,10",
    "03.11.2026;04.11.2026;STADTWERKE;-80,00",
    "05.11.2026;05.11.2026;SHELL;-12,99",
  );
  expect(warning).not.toContain("several currencies");
});

it("value dates don't hide the currencies beside them", async () => {
  const warning = await warningOf(
    "Data;Valuta;Descrizione;Importo;Divisa",
    "02/11/2026;15/11/2026;COOP;-45,10;EUR",
    "13/11/2026;15/11/2026;MIGROS;-80,00;CHF",
    "15/11/2026;15/11/2026;ENI;-12,99;EUR",
  );
  expect(warning).toContain("EUR 58.09, CHF 80.00");
});

it("amounts in a currency other than the user's cause a warning", async () => {
  const home = await newFolder();
  await typeLine(home, ["config", "set", "currency", "EUR"]);
  const dollars = ["Date,Text,Amount,Currency", "2026-11-02,SHELL,-12.99,USD"];
  expect(await warningIn(home, ...dollars)).toContain(
    "The amounts aren't in EUR and are stored without conversion: USD 12.99.",
  );
  const signs = ["Date,Text,Amount", "2026-11-02,BOOTS,-£3.00", "2026-11-15,BOOTS,-£4.00"];
  expect(await warningIn(home, ...signs)).toContain("aren't in EUR");
  const own = ["Date,Text,Amount,Currency", "2026-11-02,ALDI,-12.99,EUR"];
  expect(await warningIn(home, ...own)).not.toContain("aren't in");
});
