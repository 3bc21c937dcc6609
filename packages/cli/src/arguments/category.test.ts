import { describe, expect, it } from "vitest";
import { KnownCategories, type KnownCategory } from "../categories/known-categories.ts";
import { CliError } from "../errors/cli-error.ts";
import { categoryKeyOf } from "./category.ts";

const own = (key: string, name: string, more: Partial<KnownCategory> = {}): KnownCategory => ({
  key,
  name,
  parent: null,
  archived: false,
  builtin: false,
  ...more,
});

const known = new KnownCategories([
  ...KnownCategories.builtIn().all.map((each) =>
    each.key === "DATA" ? { ...each, name: "Telefon" } : each,
  ),
  own("FITNESS", "Fitness"),
  own("GROCERIES", "Groceries", { parent: "FOOD" }),
  own("GIFTS", "Gifts"),
  own("GI", "Gi"),
  own("CAFE", "Café"),
  own("SHOKUHI", "食費"),
  own("PETS", "Pets", { archived: true }),
  own("PEN", "Pen and paper"),
]);

const keyOf = (word: string, use?: "expense" | "budget") =>
  categoryKeyOf({ known: () => Promise.resolve(known) }, word, use);

describe("the word for a category", () => {
  it.each([
    ["food", "FOOD"],
    ["F", "FOOD"],
    ["fi", "FITNESS"],
    ["gr", "GROCERIES"],
    ["groceries", "GROCERIES"],
    ["gi", "GI"],
    ["gif", "GIFTS"],
    ["cafe", "CAFE"],
    ["CAFÉ", "CAFE"],
    ["食", "SHOKUHI"],
    ["食費", "SHOKUHI"],
    ["pen", "PEN"],
    ["pen and", "PEN"],
    ["pe", "PEN"],
    ["pets", "PETS"],
    ["pet", "PETS"],
    ["tel", "DATA"],
    ["data", "DATA"],
    [" Food ", "FOOD"],
  ])("%s stands for %s", async (word, key) => {
    expect(await keyOf(word)).toBe(key);
  });

  it("can't be one of several, or of none", async () => {
    await expect(keyOf("g")).rejects.toThrow('Category "g" could be Groceries or Gifts or Gi.');
    await expect(keyOf("")).rejects.toThrow('Category "" is unknown.');
    await expect(keyOf("rent")).rejects.toMatchObject({
      code: "usage",
      hint: "outlay category list shows which there are. To make it: outlay category add rent",
    });
    await expect(keyOf("gorceries")).rejects.toMatchObject({
      hint: expect.stringContaining("Did you mean Groceries?") as string,
    });
  });

  it("stands for savings in budgets alone", async () => {
    expect(await keyOf("savings", "budget")).toBe("SAVINGS");
    await expect(keyOf("savings")).rejects.toThrow("unknown");
  });
});

const never = () => Promise.reject(new Error("asked"));
const away = () => Promise.reject(new CliError("unreachable", "The server is away."));

describe("a server", () => {
  it("isn't asked about a built-in category that is written out", async () => {
    expect(await categoryKeyOf({ known: never }, "Transport")).toBe("TRANSPORT");
  });

  it("that can't be reached isn't needed for the beginning of a built-in one", async () => {
    expect(await categoryKeyOf({ known: away }, "tr")).toBe("TRANSPORT");
    await expect(categoryKeyOf({ known: away }, "rent")).rejects.toThrow("The server is away.");
  });
});
