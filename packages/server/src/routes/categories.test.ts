/** Categories of a user's own, from the first one to the report. */
import { expect, describe, it } from "vitest";
import { type Body, categoryApi as household } from "../testing/category-api.ts";

const choiceFault = (key: string) => ({ category: [`"${key}" is not a valid choice.`] });

describe("the list of categories", () => {
  it("has the built-in ones first, and then those of the user's own", async () => {
    const { send } = await household();
    const { body } = await send("GET", "/categories/");
    expect(
      (body as Body[]).map(({ key, name, parent, builtin }) => [key, name, parent, builtin]),
    ).toEqual([
      ["FOOD", "FOOD", null, true],
      ["DATA", "DATA", null, true],
      ["TRANSPORT", "TRANSPORT", null, true],
      ["MISCELLANEOUS", "MISCELLANEOUS", null, true],
      ["SAVINGS", "SAVINGS", null, true],
      ["GROCERIES", "Groceries", "FOOD", false],
      ["HOUSING", "Housing", null, false],
      ["RENT", "Rent", "HOUSING", false],
    ]);
  });

  it("makes keys of names in Latin letters, and asks for others", async () => {
    const { send } = await household();
    const made = async (body: object) => (await send("POST", "/categories/", body)).body;
    expect(await made({ name: "Lebensmittel & Drogerie" })).toMatchObject({
      key: "LEBENSMITTEL_DROGERIE",
    });
    expect(await made({ name: "Café Größe" })).toMatchObject({ key: "CAFE_GROSSE" });
    expect(await made({ name: "食費" })).toEqual({ key: ["This field is required."] });
    expect(await made({ name: "食費", key: "SHOKUHI" })).toMatchObject({ name: "食費" });
    expect(await made({ name: "x", key: "food" })).toEqual({
      key: ["Write 1 to 30 of the characters A-Z, 0-9 and _."],
    });
  });

  it("has each name and each key once, in any case", async () => {
    const { send } = await household();
    const made = async (body: object) => (await send("POST", "/categories/", body)).body;
    expect(await made({ name: "groceries" })).toMatchObject({
      name: ['There is a category "Groceries" with the key GROCERIES already.'],
    });
    expect(await made({ name: "Food" })).toEqual({ name: ["There is a category FOOD already."] });
    expect(await made({ name: "Rent!" })).toEqual({
      key: [
        'There is a category "Rent" with the key RENT already. Give another "key" than the one made from the name.',
      ],
    });
    expect(await made({ name: "rent", key: "FLAT" })).toMatchObject({ name: [expect.anything()] });
    await send("PATCH", "/categories/FOOD/", { name: "Essen" });
    expect(await made({ name: "ESSEN" })).toMatchObject({ name: [expect.anything()] });
    expect((await send("PATCH", "/categories/RENT/", { name: "essen" })).status).toBe(400);
    expect((await send("PATCH", "/categories/RENT/", { name: "RENT" })).status).toBe(200);
  });

  it("has one level of parents", async () => {
    const { send } = await household();
    const moved = async (key: string, parent: string | null) =>
      (await send("PATCH", `/categories/${key}/`, { parent })).status;
    expect(await moved("HOUSING", "FOOD")).toBe(400);
    expect(await moved("GROCERIES", "RENT")).toBe(400);
    expect(await moved("GROCERIES", "GROCERIES")).toBe(400);
    expect(await moved("GROCERIES", "SAVINGS")).toBe(400);
    expect(await moved("GROCERIES", "NOWHERE")).toBe(400);
    expect(await moved("FOOD", "HOUSING")).toBe(400);
    expect(await moved("RENT", "FOOD")).toBe(200);
    expect(await moved("HOUSING", "FOOD")).toBe(200);
  });

  it("keeps built-in keys whatever their name, and never removes or changes a key", async () => {
    const { send, spend } = await household();
    await send("PATCH", "/categories/FOOD/", { name: "Essen", archived: true });
    expect(await spend(1, "FOOD")).toMatchObject({ category: "FOOD" });
    expect((await send("DELETE", "/categories/FOOD/")).status).toBe(400);
    expect((await send("PATCH", "/categories/RENT/", { key: "FLAT" })).status).toBe(400);
    expect((await send("GET", "/categories/NOWHERE/")).status).toBe(404);
    expect((await send("GET", "/categories/rent/")).status).toBe(404);
    expect((await send("DELETE", "/categories/NOWHERE/")).status).toBe(404);
  });

  it("is each user's own", async () => {
    const { api } = await household();
    const { access } = await api.newUser("eve");
    const lunch = { amount: 1, description: "x", category: "RENT" };
    expect((await api.send("GET", "/categories/RENT/", undefined, access)).status).toBe(404);
    expect((await api.send("POST", "/expenses/", lunch, access)).body).toEqual(choiceFault("RENT"));
  });
});

describe("a category of a user's own", () => {
  it("is taken by expenses and budgets, archived or not, and an unknown one is refused", async () => {
    const { send, spend } = await household();
    expect(await spend(1, "RENT")).toMatchObject({ category: "RENT" });
    await send("PATCH", "/categories/RENT/", { archived: true });
    expect(await spend(2, "RENT")).toMatchObject({ category: "RENT" });
    expect(await spend(2, "FLAT")).toEqual(choiceFault("FLAT"));
    const budget = { amount: 9, description: "x", category: "RENT" };
    expect((await send("POST", "/budget/", budget)).status).toBe(201);
    expect((await send("POST", "/budget/", { ...budget, category: "FLAT" })).body).toEqual(
      choiceFault("FLAT"),
    );
    const put = { amount: 3, description: "x", category: "FLAT" };
    expect((await send("PUT", "/expenses/1/", put)).body).toEqual(choiceFault("FLAT"));
    expect((await send("GET", "/expenses/?category=RENT")).body).toHaveLength(2);
  });

  it("never refuses an import", async () => {
    const { send } = await household();
    const rows = ["RENT", "Miete & mehr", "SAVINGS", "FOOD"].map((category) => ({
      amount: 1,
      description: "x",
      category,
    }));
    const { status, body } = await send("POST", "/imports/", { source: "x", expenses: rows });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      results: [
        { id: 1, status: "created" },
        { id: 2, status: "created", unknown_category: "Miete & mehr" },
        { id: 3, status: "created", unknown_category: "SAVINGS" },
        { id: 4, status: "created" },
      ],
    });
    const stored = (await send("GET", "/expenses/")).body as Body[];
    expect(stored.map(({ category }) => category)).toEqual([
      "RENT",
      "MISCELLANEOUS",
      "MISCELLANEOUS",
      "FOOD",
    ]);
  });
});

describe("a parent", () => {
  it("is meant with its children by category, and alone by category_only", async () => {
    const { send, spend } = await household();
    await spend(10, "FOOD");
    await spend(20, "GROCERIES");
    await spend(40, "RENT");
    const amounts = async (query: string) =>
      ((await send("GET", `/expenses/?${query}`)).body as Body[]).map(({ amount }) => amount);
    expect(await amounts("category=FOOD")).toEqual([10, 20]);
    expect(await amounts("category=FOOD&category=GROCERIES")).toEqual([10, 20]);
    expect(await amounts("category_only=FOOD")).toEqual([10]);
    expect(await amounts("category_only=FOOD&category=HOUSING")).toEqual([10, 40]);
    expect((await send("GET", "/expenses/?category=FLAT")).body).toEqual(choiceFault("FLAT"));
    expect((await send("GET", "/expenses/?category=SAVINGS")).body).toEqual(choiceFault("SAVINGS"));
    expect((await send("GET", "/reports/spending/?category_only=Flat")).body).toEqual({
      category_only: ['"Flat" is not a valid choice.'],
    });
    expect((await send("GET", "/budget/?category=SAVINGS")).body).toEqual([]);
  });

  it("stands beside its children in reports, each record in one group", async () => {
    const { send, spend } = await household();
    await spend(10, "FOOD");
    await spend(20, "GROCERIES");
    await spend(40, "RENT");
    await send("PATCH", "/categories/RENT/", { archived: true });
    await send("PATCH", "/categories/HOUSING/", { archived: true });
    const groups = async (query: string) => {
      const { body } = await send("GET", `/reports/spending/?${query}`);
      return (body as { groups: Body[] }).groups.map(({ key, parent, total }) => [
        key,
        parent,
        total,
      ]);
    };
    expect(await groups("")).toEqual([
      ["FOOD", null, 10],
      ["DATA", null, 0],
      ["TRANSPORT", null, 0],
      ["MISCELLANEOUS", null, 0],
      ["GROCERIES", "FOOD", 20],
      ["HOUSING", null, 0],
      ["RENT", "HOUSING", 40],
    ]);
    expect(await groups("category=HOUSING")).toEqual([
      ["HOUSING", null, 0],
      ["RENT", "HOUSING", 40],
    ]);
  });

  it("has budgets that are about its children too, each amount once", async () => {
    const { send, spend } = await household();
    await send("POST", "/budget/", { amount: 400, description: "x", category: "FOOD" });
    await send("POST", "/budget/", { amount: 300, description: "x", category: "GROCERIES" });
    await spend(10, "FOOD");
    await spend(20, "GROCERIES");
    const statuses = (await send("GET", "/budget/status/")).body as Body[];
    expect(
      statuses.map(({ category, parent, spent, left }) => [category, parent, spent, left]),
    ).toEqual([
      ["FOOD", null, 30, 370],
      ["GROCERIES", "FOOD", 20, 280],
    ]);
  });
});
