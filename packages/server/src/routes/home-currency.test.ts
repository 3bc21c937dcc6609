/** The home currency: what sets it, what it changes, and what is refused while it is unset. */
import { describe, expect, it } from "vitest";
import { lunch, userApi } from "../testing/import-api.ts";

type Api = Awaited<ReturnType<typeof userApi>>;

const setHome = ({ send }: Api, code: string | null) =>
  send("PATCH", "/me/", { home_currency: code });

const currenciesIn = async ({ send }: Api, query = "") => {
  const { body } = await send("GET", `/expenses/?kind=any${query}`);
  return (body as { currency: string | null }[]).map(({ currency }) => currency);
};

const importing = ({ send }: Api, currencies: (string | null)[], more: object = {}) =>
  send("POST", "/imports/", {
    source: "bank.csv",
    expenses: currencies.map((currency) => ({ ...lunch, currency })),
    ...more,
  });

const refusedFor = (words: string) => ({
  status: 400,
  body: { home_currency: [expect.stringContaining(words)] },
});

describe("the home currency", () => {
  it("is null until it is set", async () => {
    const api = await userApi();
    expect((await api.send("GET", "/me/")).body).toMatchObject({ home_currency: null });
    expect(await setHome(api, "EUR")).toMatchObject({
      status: 200,
      body: { home_currency: "EUR" },
    });
    expect((await api.send("GET", "/me/")).body).toMatchObject({ home_currency: "EUR" });
    expect(await api.send("PATCH", "/me/", {})).toMatchObject({ body: { home_currency: "EUR" } });
  });

  it.each(["eur", "XYZ", "KWD", "", 5])("can't be %j", async (code) => {
    const api = await userApi();
    const { status, body } = await api.send("PATCH", "/me/", { home_currency: code });
    expect({ status, body }).toEqual({
      status: 400,
      body: { home_currency: [expect.any(String)] },
    });
  });

  it("is stored and answered as null in records", async () => {
    const api = await userApi();
    await setHome(api, "EUR");
    const body = { ...lunch, currency: "EUR" };
    expect((await api.send("POST", "/expenses/", body)).body).toMatchObject({ currency: null });
    await api.send("POST", "/expenses/", { ...lunch, currency: "USD" });
    const changed = await api.send("PATCH", "/expenses/2/", { currency: "EUR" });
    expect(changed.body).toMatchObject({ currency: null });
    await importing(api, ["EUR", "USD", null]);
    expect(await currenciesIn(api)).toEqual([null, null, null, "USD", null]);
  });

  it("is stored as null by a change of many, and by the reverting of one", async () => {
    const api = await userApi();
    for (const currency of ["EUR", "GBP"]) {
      await api.send("POST", "/expenses/", { ...lunch, currency });
    }
    const change = (ids: number[], currency: string) =>
      api.send("POST", "/expenses/changes/", { ids, set: { currency } });
    const { body } = await change([1], "USD");
    await setHome(api, "EUR");
    await change([2], "EUR");
    expect(await currenciesIn(api)).toEqual(["USD", null]);
    const { change_id: id } = body as { change_id: number };
    await api.send("POST", `/expenses/changes/${id}/revert/`);
    expect(await currenciesIn(api)).toEqual([null, null]);
  });

  it("takes its code off the records that name it, those in the trash included", async () => {
    const api = await userApi();
    for (const currency of ["EUR", "USD", "EUR", null]) {
      await api.send("POST", "/expenses/", { ...lunch, currency });
    }
    await api.send("DELETE", "/expenses/3/");
    await setHome(api, "EUR");
    expect(await currenciesIn(api)).toEqual([null, "USD", null]);
    expect(await currenciesIn(api, "&deleted=true")).toEqual([null]);
  });

  it("can't be a currency with rates", async () => {
    const api = await userApi();
    await api.send("PUT", "/rates/USD/2026-11-22/", { rate: 0.92 });
    expect(await setHome(api, "USD")).toMatchObject(refusedFor("There are rates for USD"));
    expect(await setHome(api, "EUR")).toMatchObject({ status: 200 });
  });

  it.each([
    ["a record", "/expenses/", lunch],
    ["a budget", "/budget/", lunch],
    ["a rate", "/rates/", { rates: [{ currency: "USD", date: "2026-11-22", rate: 1 }] }],
  ])("can't be changed while there is %s", async (_, path, body) => {
    const api = await userApi();
    await setHome(api, "EUR");
    await setHome(api, "CHF");
    await api.send("POST", path, body);
    expect(await setHome(api, "CHF")).toMatchObject({ status: 200 });
    for (const other of ["EUR", null]) {
      expect(await setHome(api, other)).toMatchObject(refusedFor("no expenses, budgets or rates"));
    }
  });

  it("can't be changed while a record is in the trash", async () => {
    const api = await userApi();
    await setHome(api, "EUR");
    await api.send("POST", "/expenses/", lunch);
    await api.send("DELETE", "/expenses/1/");
    expect(await setHome(api, null)).toMatchObject(refusedFor("those in the trash included"));
  });
});

const fileIn = (currency: string) => ({ source: "a", currency, expenses: [lunch] });

describe("while the home currency is unset, a file", () => {
  it("that names one currency and finds nothing stored sets it", async () => {
    const api = await userApi();
    const told = { currency: "EUR", home_currency: "EUR", home_currency_set: true };
    expect(await importing(api, ["EUR", "EUR"])).toMatchObject({ status: 201, body: told });
    expect(await currenciesIn(api)).toEqual([null, null]);
    const next = await importing(api, ["USD", "EUR"]);
    expect(next.body).toMatchObject({ home_currency: "EUR", home_currency_set: false });
    expect(await currenciesIn(api)).toEqual([null, null, "USD", null]);
    const { body } = await api.send("GET", "/imports/");
    expect(body).toMatchObject([{ currency: "EUR" }, { currency: null }]);
  });

  it("that names one by itself does so, too", async () => {
    const api = await userApi();
    const { body } = await importing(api, [null], { currency: "EUR" });
    expect(body).toMatchObject({ home_currency: "EUR", home_currency_set: true });
  });

  it("that finds records stores null, and the answer says so each time", async () => {
    const api = await userApi();
    await api.send("POST", "/expenses/", lunch);
    for (let times = 0; times < 2; times += 1) {
      const told = { currency: "EUR", home_currency: null, home_currency_set: false };
      expect((await importing(api, ["EUR"])).body).toMatchObject(told);
    }
    expect(await currenciesIn(api)).toEqual([null, null, null]);
    expect((await api.send("GET", "/me/")).body).toMatchObject({ home_currency: null });
  });

  it("in another currency than the one that is set afterwards keeps that from being set", async () => {
    const api = await userApi();
    await api.send("POST", "/expenses/", lunch);
    await importing(api, ["EUR"]);
    expect(await setHome(api, "USD")).toMatchObject(refusedFor("in another currency than USD"));
    await api.send("DELETE", "/imports/1/");
    expect(await setHome(api, "USD")).toMatchObject({ status: 200 });
  });

  it.each([
    ["two currencies", ["EUR", "USD"], {}, "in EUR and USD"],
    ["two in several calls", ["EUR"], { currencies: ["EUR", "USD"] }, "in EUR and USD"],
    ["one beside that of the others", ["USD"], { currency: "EUR" }, "in EUR and USD"],
    ["another one than the client shows", ["EUR"], { shown_in: "USD" }, "shown in USD"],
  ])("with %s is refused, and nothing is stored", async (_, currencies, more, words) => {
    const api = await userApi();
    expect(await importing(api, currencies, more)).toMatchObject(refusedFor(words));
    expect((await api.send("GET", "/imports/")).body).toEqual([]);
    expect((await api.send("GET", "/me/")).body).toMatchObject({ home_currency: null });
  });

  it("in another currency than an earlier one is refused", async () => {
    const api = await userApi();
    await api.send("POST", "/expenses/", lunch);
    await importing(api, ["EUR"]);
    expect(await importing(api, ["USD"])).toMatchObject(refusedFor("earlier import are in EUR"));
    const addition = { expenses: [lunch], currency: "USD" };
    expect(await api.send("POST", "/imports/1/expenses/", addition)).toMatchObject(
      refusedFor("earlier import are in EUR"),
    );
    await setHome(api, "EUR");
    expect(await importing(api, ["USD"])).toMatchObject({ status: 201 });
    expect(await currenciesIn(api)).toEqual([null, null, "USD"]);
  });

  it("in a currency that stored records tell from their own is refused", async () => {
    const api = await userApi();
    await api.send("POST", "/expenses/", { ...lunch, currency: "USD" });
    expect(await importing(api, ["USD"])).toMatchObject(refusedFor("name as another currency"));
  });

  it("of Outlay's own is stored as it is", async () => {
    const api = await userApi();
    const own = { from_outlay: true, currency: "EUR" };
    const { body } = await importing(api, [null, "USD", "GBP"], own);
    expect(body).toMatchObject({ currency: "EUR", home_currency: null });
    expect(await currenciesIn(api)).toEqual([null, "USD", "GBP"]);
  });

  it("of a key that can't look is judged as well", async () => {
    const api = await userApi();
    const { body } = await api.send("POST", "/api/keys/", { name: "cron", scope: "import" });
    const { secret } = body as { secret: string };
    const send = (currency: string) => api.sendAs("POST", "/imports/", fileIn(currency), secret);
    await api.send("POST", "/expenses/", lunch);
    expect((await send("EUR")).body).toMatchObject({ currency: "EUR", home_currency: null });
    expect(await send("USD")).toMatchObject(refusedFor("earlier import"));
  });
});
