import { expect, it } from "vitest";
import { newFolder } from "../../testing/new-folder.ts";
import { typeLine } from "../../testing/type-line.ts";

const warningOf = async (...lines: readonly string[]): Promise<string> => {
  const input = `${lines.join("\n")}\n`;
  const { code, stderr } = await typeLine(await newFolder(), ["import", "-"], { input });
  expect(code).toBe(0);
  return stderr;
};

it("amounts in several currencies are told, with the sum of each", async () => {
  const warning = await warningOf(
    "Datum;Text;Betrag;Valuta",
    "02.11.2026;REWE;-45,10;EUR",
    "03.11.2026;MIGROS;-80,00;CHF",
    "05.11.2026;SHELL;-12,99;EUR",
  );
  expect(warning).toContain("EUR 58.09, CHF 80.00");
});

it("days of value aren't taken for currencies", async () => {
  const warning = await warningOf(
    "Buchungstag;Valuta;Empfänger;Betrag",
    "02.11.2026;02.11.2026;REWE;-45,10",
    "03.11.2026;04.11.2026;STADTWERKE;-80,00",
    "05.11.2026;05.11.2026;SHELL;-12,99",
  );
  expect(warning).not.toContain("several currencies");
});

it("days of value don't hide the currencies beside them", async () => {
  const warning = await warningOf(
    "Data;Valuta;Descrizione;Importo;Divisa",
    "02/11/2026;15/11/2026;COOP;-45,10;EUR",
    "13/11/2026;15/11/2026;MIGROS;-80,00;CHF",
    "15/11/2026;15/11/2026;ENI;-12,99;EUR",
  );
  expect(warning).toContain("EUR 58.09, CHF 80.00");
});
