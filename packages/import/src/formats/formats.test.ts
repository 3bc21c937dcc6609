import { describe, expect, it } from "vitest";
import { planOfText, refusalOf, savedFrom } from "../testing/plan-of.ts";

const unsure = "Date,Description,Amount\n02/03/2024,Shop,5.00\n03/03/2024,Pub,7.00\n";
const words = { dateFormat: "DD/MM/YYYY", sign: "expense-positive" };

const ids = async (plan: ReturnType<typeof planOfText>) =>
  (await plan).expenses.map(({ external_id }) => external_id);

describe("a saved format", () => {
  it("is found by its columns, and decides what the file itself leaves open", async () => {
    const format = await savedFrom(unsure, words);
    const { expenses } = await planOfText(unsure, {}, { formats: [format] });
    expect(expenses.map(({ date, amount }) => `${date} ${amount}`)).toEqual([
      "2024-03-02 5.00",
      "2024-03-03 7.00",
    ]);
  });

  it("doesn't change the identity of rows", async () => {
    const format = await savedFrom(unsure, words);
    expect(await ids(planOfText(unsure, {}, { formats: [format] }))).toEqual(
      await ids(planOfText(unsure, words)),
    );
  });

  it("is overridden by the command line", async () => {
    const format = await savedFrom(unsure, words);
    const { expenses } = await planOfText(
      unsure,
      { dateFormat: "MM/DD/YYYY" },
      { formats: [format] },
    );
    expect(expenses[0]?.date).toBe("2024-02-03");
  });

  it("refuses a file whose columns the bank has changed, and names the changes", async () => {
    const header = "Date,Description,Amount,Balance,Reference\n";
    const format = await savedFrom(`${header}02/03/2024,Shop,5.00,1.00,A\n`, words);
    const changed = "Date,Description,Amount,Balance,Branch\n02/03/2024,Shop,5.00,1.00,A\n";
    const refused = await refusalOf(planOfText(changed, words, { formats: [format] }));
    expect(refused?.code).toBe("unsure");
    expect(refused?.message).toBe(
      `The file's columns differ from those of the format "giro": new: "Branch"; missing: "Reference".`,
    );
  });

  it("isn't applied to a file with different columns", async () => {
    const format = await savedFrom(unsure, words);
    const other = "Datum;Empfänger;Betrag\n01.02.2024;Laden;-3,00\n";
    const { expenses } = await planOfText(other, {}, { formats: [format] });
    expect(expenses[0]).toMatchObject({ date: "2024-02-01", amount: "3.00" });
  });

  it("passes on the options it was saved with to a format saved with it", async () => {
    const text = "Date,Payee,Memo,Amount\n02/03/2024,Shop,Tea,5.00\n03/03/2024,Pub,Beer,7.00\n";
    const format = await savedFrom(text, { ...words, map: "description=Memo" });
    const other = await savedFrom(text, {}, [format]);
    expect(other.map).toEqual(format.map);
    expect(other.map.description).toBe("Memo");
    expect((await savedFrom(text, { map: "description=Payee" }, [format])).map.description).toBe(
      "Payee",
    );
  });

  it("includes the account", async () => {
    const format = await savedFrom(unsure, { ...words, account: "card" });
    const kept = await planOfText(unsure, {}, { formats: [format] });
    const said = await planOfText(unsure, { ...words, account: "card" });
    expect(kept.expenses).toEqual(said.expenses);
    expect(kept.head.key).toBe(said.head.key);
  });

  it("gives the account only of rows that don't name one", async () => {
    const header = "Date,Description,Amount,Account\n";
    const format = await savedFrom(`${header}03/04/2024,Fee,-1.00,DE01\n`, {
      dateFormat: "DD/MM/YYYY",
      sign: "expense-negative",
      account: "giro",
    });
    const two = `${header}03/04/2024,Fee,-1.00,DE01\n03/04/2024,Fee,-1.00,DE02\n`;
    const [one, other] = (await planOfText(two, {}, { formats: [format] })).expenses;
    expect(one?.external_id).not.toBe(other?.external_id);
    expect([one, other].map((expense) => expense?.external_id?.length)).toEqual([36, 36]);
  });

  it("has to be named if another has the same columns", async () => {
    const giro = await savedFrom(unsure, { ...words, account: "giro" });
    const card = { ...giro, name: "card", account: "card" };
    const surroundings = { formats: [giro, card] };
    const refused = await refusalOf(planOfText(unsure, {}, surroundings));
    expect(refused).toMatchObject({
      code: "unsure",
      hint: "Choose one: --format giro or --format card. To read the file without a format: --format auto",
    });
    expect(await ids(planOfText(unsure, { format: "card" }, surroundings))).toEqual(
      await ids(planOfText(unsure, { ...words, account: "card" })),
    );
  });

  it.each([{}, { format: "giro" }])("applies its delimiter: %j", async (options) => {
    const text = "Date:Description:Amount\n02/03/2024:Shop:5.00\n";
    const format = await savedFrom(text, { ...words, delimiter: ":" });
    const { expenses } = await planOfText(text, options, { formats: [format] });
    expect(expenses).toMatchObject([{ date: "2024-03-02", description: "Shop" }]);
  });

  it("applies its encoding", async () => {
    // The byte is an é in code page 1252, and a Cyrillic letter in code page 1251.
    const format = { ...(await savedFrom(unsure, words)), encoding: "windows-1251" };
    const { expenses } = await planOfText(
      Buffer.from(unsure.replace("Shop", "Café"), "latin1"),
      {},
      { formats: [format] },
    );
    expect(expenses[0]?.description).toBe("Cafй");
  });
});
