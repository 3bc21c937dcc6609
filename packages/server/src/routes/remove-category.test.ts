import { describe, expect, it } from "vitest";
import { type Body, categoryApi as household } from "../testing/category-api.ts";

describe("removing a category", () => {
  it("that nothing uses frees its name and key", async () => {
    const { send, add } = await household();
    expect((await send("DELETE", "/categories/RENT/")).status).toBe(204);
    expect(await add("Rent")).toMatchObject({ key: "RENT" });
  });

  it("that is used is refused with what uses it, in the trash too", async () => {
    const { send, spend } = await household();
    const { id } = await spend(1, "HOUSING");
    await send("DELETE", `/expenses/${String(id)}/`);
    await send("POST", "/budget/", { amount: 9, description: "x", category: "HOUSING" });
    expect((await send("DELETE", "/categories/HOUSING/")).body).toEqual({
      non_field_errors: [
        "HOUSING is used by 1 expense, 1 budget and 1 category below it, those in the trash included. " +
          "Name the category that they move to with move_to.",
      ],
    });
  });

  it("moves all that names it in one change", async () => {
    const { send, spend } = await household();
    await spend(1, "HOUSING");
    const { id } = await spend(2, "HOUSING");
    await send("DELETE", `/expenses/${String(id)}/`);
    await send("POST", "/budget/", { amount: 9, description: "x", category: "HOUSING" });
    expect((await send("DELETE", "/categories/HOUSING/?move_to=FLAT")).body).toEqual({
      move_to: ['"FLAT" is not a valid choice.'],
    });
    expect((await send("DELETE", "/categories/HOUSING/?move_to=GROCERIES")).status).toBe(400);
    expect(await send("DELETE", "/categories/HOUSING/?move_to=RENT")).toMatchObject({
      status: 200,
      body: {
        moved: { expenses: 2, budgets: 1, categories: 1, recurring: 0, rules: 0 },
        change_id: 1,
      },
    });
    expect((await send("GET", "/expenses/?category=RENT")).body).toHaveLength(1);
    expect((await send("GET", "/expenses/?category=RENT&deleted=true")).body).toHaveLength(1);
    expect((await send("GET", "/budget/?category=RENT")).body).toHaveLength(1);
    expect((await send("GET", "/categories/RENT/")).body).toMatchObject({ parent: null });
    expect((await send("GET", "/categories/HOUSING/")).status).toBe(404);
  });

  it("can be reverted, which makes the category again with all that it had", async () => {
    const { send, spend } = await household();
    await spend(1, "HOUSING");
    const { id } = await spend(2, "HOUSING");
    await send("DELETE", `/expenses/${String(id)}/`);
    await spend(3, "HOUSING");
    await send("POST", "/budget/", { amount: 9, description: "x", category: "HOUSING" });
    await send("DELETE", "/categories/HOUSING/?move_to=FOOD");
    await send("PATCH", "/expenses/3/", { amount: 4 });
    expect(await send("POST", "/expenses/changes/1/revert/")).toMatchObject({
      status: 200,
      body: { reverted: 4, kept: 1 },
    });
    const amounts = async (query: string) =>
      ((await send("GET", `/expenses/?${query}`)).body as Body[]).map(({ amount }) => amount);
    expect(await amounts("category=HOUSING")).toEqual([1]);
    expect(await amounts("category=HOUSING&deleted=true")).toEqual([2]);
    expect(await amounts("category=FOOD")).toEqual([4]);
    expect((await send("GET", "/budget/?category=HOUSING")).body).toHaveLength(1);
    expect((await send("GET", "/categories/RENT/")).body).toMatchObject({ parent: "HOUSING" });
    expect((await send("GET", "/categories/HOUSING/")).body).toMatchObject({ name: "Housing" });
  });

  it("can't be reverted while another category has its name", async () => {
    const { send, spend } = await household();
    await spend(1, "HOUSING");
    await send("DELETE", "/categories/HOUSING/?move_to=FOOD");
    await send("POST", "/categories/", { key: "FLAT", name: "housing" });
    expect((await send("POST", "/expenses/changes/1/revert/")).status).toBe(400);
    expect((await send("GET", "/expenses/?category=FOOD")).body).toHaveLength(1);
  });
});
