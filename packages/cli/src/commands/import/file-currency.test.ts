/** The currencies in which the rows of a file are recorded. */
import { writeFile } from "node:fs/promises";
import { newFolder } from "@outlay/testing";
import { beforeEach, describe, expect, it } from "vitest";
import { typeLine } from "../../testing/type-line.ts";

let home = "";
beforeEach(async () => {
  home = await newFolder();
});

const importing = (lines: readonly string[], ...more: readonly string[]) =>
  typeLine(home, ["import", "-", ...more], { input: `${lines.join("\n")}\n` });

async function recorded(): Promise<string[]> {
  const { stdout } = await typeLine(home, ["list", "--json", "--sort", "id"]);
  const records = JSON.parse(stdout) as { amount: number; currency: string | null }[];
  return records.map(({ amount, currency }) => `${amount} ${currency ?? "home"}`);
}

const setHome = (code: string) => typeLine(home, ["config", "set", "currency", code]);

const euros = ["Datum;Text;Betrag;Währung", "02.11.2026;REWE;-45,10;EUR"];
const mixed = [...euros, "03.11.2026;MIGROS;-80,00;CHF", "05.11.2026;SHELL;-12,99;EUR"];
const bare = ["Date,Text,Amount", "2026-11-02,SHELL,-12.99"];
const pounds = ["Date,Text,Amount", "2026-11-02,BOOTS,-£3.00", "2026-11-15,BOOTS,-£4.00"];
const dollarSigns = ["Date,Text,Amount", "2026-11-02,SHELL,-$12.99"];

describe("once the home currency is set", () => {
  beforeEach(async () => {
    await setHome("EUR");
  });

  it("each row is recorded in its own currency, and sums without a rate are told", async () => {
    const { code, stdout, stderr } = await importing(mixed);
    expect({ code, stdout }).toMatchObject({ code: 0 });
    expect(stdout).toContain("Imported 3 expenses, €58.09 in total");
    expect(stderr).toContain("Not included, for lack of a rate: 80.00 CHF.");
    expect(stderr).toContain("outlay rate set CHF RATE 2026-11-03");
    expect(await recorded()).toEqual(["45.1 home", "80 CHF", "12.99 home"]);
  });

  it("a preview converts as the import does", async () => {
    await typeLine(home, ["rate", "set", "CHF", "1.0625", "2026-11-01"]);
    const dry = await importing(mixed, "--dry-run", "--json");
    const real = await importing(mixed, "--json");
    const told = { total: "143.09", unconverted: [], imported: 3 };
    expect(JSON.parse(dry.stdout)).toMatchObject(told);
    expect(JSON.parse(real.stdout)).toMatchObject({ ...told, home_currency: "EUR" });
  });

  it("a sign is read by what it is known to stand for", async () => {
    await importing(pounds);
    expect(await recorded()).toEqual(["3 GBP", "4 GBP"]);
  });

  it("a sign of several currencies is asked about", async () => {
    const { code, stderr } = await importing(dollarSigns);
    expect(code).toBe(8);
    expect(stderr).toContain("more than one currency has it");
    expect((await importing(dollarSigns, "--currency", "CAD")).code).toBe(0);
    expect(await recorded()).toEqual(["12.99 CAD"]);
  });

  it("--currency is for a file that names none, and a saved format keeps it", async () => {
    await importing(bare, "--currency", "usd", "--save-as", "card");
    await importing([...bare.slice(0, 1), "2026-11-03,SHELL,-1.50"]);
    expect(await recorded()).toEqual(["12.99 USD", "1.5 USD"]);
    const contrary = await importing(euros, "--currency", "USD");
    expect(contrary.code).toBe(2);
    expect(contrary.stderr).toContain("names EUR as its currency, and --currency names USD");
    expect((await importing(bare, "--currency", "KWD")).code).toBe(2);
  });

  it("amounts that can't be recorded beside the others are refused", async () => {
    const dinars = ["Date,Text,Amount,Currency", "2026-11-02,SOUK,-3.75,KWD"];
    const { code, stderr } = await importing(dinars);
    expect({ code, stderr }).toMatchObject({ code: 8 });
    expect(stderr).toContain("in KWD");
  });

  it("a saved plan keeps the currencies of its rows", async () => {
    const plan = `${home}/a.plan`;
    await importing(bare, "--currency", "USD", "--dry-run", "--plan", plan);
    const { stdout } = await typeLine(home, ["import", "--apply", plan, "--json"]);
    expect(JSON.parse(stdout)).toMatchObject({
      total: "0.00",
      unconverted: [{ currency: "USD", total: "12.99", count: 1 }],
    });
    expect(await recorded()).toEqual(["12.99 USD"]);
  });
});

/** A machine whose setting was made before there were home currencies. */
async function showInDollars(): Promise<void> {
  const { stdout } = await typeLine(home, ["config", "path"]);
  await typeLine(home, ["config", "unset", "currency"]);
  const config = { version: 1, profiles: {}, currency: "USD" };
  await writeFile(stdout.trim(), JSON.stringify(config), { mode: 0o600 });
}

describe("while the home currency is unset", () => {
  it("a file in one currency sets it if nothing is stored", async () => {
    const { stderr } = await importing(euros);
    expect(stderr).toContain("Your home currency is now EUR, as the file names it.");
    expect(await recorded()).toEqual(["45.1 home"]);
    expect((await typeLine(home, ["whoami", "--json"])).stdout).toContain('"home_currency":"EUR"');
  });

  it("a file that finds records says each time that its currency isn't recorded", async () => {
    await typeLine(home, ["add", "3", "Coffee", "-c", "food"]);
    for (const lines of [euros, [...euros, "06.11.2026;ALDI;-1,00;EUR"]]) {
      const { code, stderr } = await importing(lines);
      expect(code).toBe(0);
      expect(stderr).toContain("The amounts are in EUR.");
      expect(stderr).toContain("outlay config set currency EUR");
    }
    expect(await recorded()).toEqual(["3 home", "45.1 home", "1 home"]);
    const other = await importing(["Date,Text,Amount,Currency", "2026-11-02,SHELL,-1.00,USD"]);
    expect(other.code).toBe(8);
    expect(other.stderr).toContain("those of an earlier import are in EUR");
    await setHome("EUR");
    expect((await importing(euros)).code).toBe(0);
  });

  it.each([
    ["with two currencies", mixed, "The file has amounts in EUR and CHF"],
    ["in another one than amounts are shown in", euros, "your amounts are shown in USD"],
  ])("a file %s is refused, with the command that sets it", async (_, lines, words) => {
    if (words.includes("shown")) await showInDollars();
    const { code, stdout, stderr } = await importing(lines);
    expect({ code, stdout }).toEqual({ code: 8, stdout: "" });
    expect(stderr).toContain(words);
    expect(stderr).toMatch(/outlay config set currency (EUR|USD)\n$/);
  });
});

it("value dates aren't mistaken for currencies, and don't hide those beside them", async () => {
  await setHome("EUR");
  await importing([
    "Data;Valuta;Descrizione;Importo;Divisa",
    "02/11/2026;15/11/2026;COOP;-45,10;EUR",
    "13/11/2026;15/11/2026;MIGROS;-80,00;CHF",
    "15/11/2026;15/11/2026;ENI;-12,99;EUR",
  ]);
  expect(await recorded()).toEqual(["45.1 home", "80 CHF", "12.99 home"]);
});

describe("records of Outlay's own", () => {
  it("keep their currencies on another machine, whether its home currency is set or not", async () => {
    await setHome("EUR");
    await typeLine(home, ["add", "3", "Coffee", "-c", "food"]);
    await typeLine(home, ["add", "30 USD", "Hotel", "-c", "food"]);
    const { stdout: json } = await typeLine(home, ["list", "--json", "--sort", "id"]);
    for (const code of [undefined, "EUR"]) {
      home = await newFolder();
      if (code !== undefined) await setHome(code);
      expect(await importing([json.trim()])).toMatchObject({ code: 0 });
      expect(await recorded()).toEqual(["3 home", "30 USD"]);
    }
  });
});

const fieldsOf = async () => {
  const { stdout } = await typeLine(home, ["list", "--json", "--sort", "id"]);
  return JSON.parse(stdout) as { account: string | null; note: string | null }[];
};

describe("the account and the note of a row", () => {
  const rows = [
    "Datum;Empfänger;Verwendungszweck;Betrag;Konto",
    "02.11.2026;REWE Markt;Einkauf 4711 Karte;-45,10;Giro",
    `05.11.2026;SHELL;${"Tanken ".repeat(200)};-12,99;`,
  ];
  it("come from the file", async () => {
    await importing(rows);
    const [first, second] = await fieldsOf();
    expect(first).toMatchObject({ account: "Giro", note: "Einkauf 4711 Karte" });
    expect(second?.account).toBeNull();
    expect(second?.note).toHaveLength(1000);
    expect(second?.note).toMatch(/^Tanken .*…$/);
  });

  it("take the account that the command names, and that of a format otherwise", async () => {
    await importing(rows, "--account", "Haushalt", "--save-as", "haushalt");
    expect((await fieldsOf()).map(({ account }) => account)).toEqual(["Haushalt", "Haushalt"]);
    home = await newFolder();
    await importing(bare, "--account", "Card", "--save-as", "card");
    await importing([...bare.slice(0, 1), "2026-11-03,SHELL,-1.50"]);
    expect((await fieldsOf()).map(({ account }) => account)).toEqual(["Card", "Card"]);
  });
});
