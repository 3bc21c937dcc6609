import { describe, expect, it } from "vitest";
import { encodedAs } from "../testing/encoded.ts";
import { planOfText, type PlanWords, savedFrom } from "../testing/plan-of.ts";

type Surroundings = Parameters<typeof planOfText>[2];

const header = "Date,Description,Amount\n";
const words = { sign: "expense-negative" };

/** Returns the text that `--rejects` writes for a file. */
async function rejectsOf(
  text: string | Uint8Array,
  options: PlanWords = words,
  surroundings: Surroundings = {},
): Promise<string> {
  return (await planOfText(text, options, surroundings)).rejectsText ?? "";
}

const idsOf = async (
  text: string | Uint8Array,
  options: PlanWords = words,
  surroundings: Surroundings = {},
) => (await planOfText(text, options, surroundings)).expenses.map(({ external_id }) => external_id);

const bad = `${header}2024-03-01,Coffee,-3.50\n2024-03-01,Coffee,-3.5O\n2024-03-02,Bus,-2.00\n`;
const mended = bad.replace("3.5O", "3.50");

describe("a rejected row", () => {
  it("is written as it stands, with the reason and the import that rejected it", async () => {
    const { head } = await planOfText(bad, words);
    expect(await rejectsOf(bad)).toBe(
      `Date,Description,Amount,Why rejected\n2024-03-01,Coffee,-3.5O,"amount ""-3.5O"" isn't a number (rejected from ${head.key})"\n`,
    );
  });

  it("has, once corrected, the same identity as in the corrected whole file", async () => {
    const imported = await idsOf(bad);
    const rejects = (await rejectsOf(bad)).replace("-3.5O,", "-3.50,");
    const later = await idsOf(rejects, words, { imported });

    expect(new Set([...imported, ...later])).toEqual(new Set(await idsOf(mended)));
  });

  it("has the same identity even if its file was in an encoding that the rejects aren't in", async () => {
    const [old, oldMended] = [bad, mended].map((text) =>
      encodedAs("macintosh", text.replaceAll("Coffee", "Café Zoë")),
    ) as [Uint8Array, Uint8Array];
    const imported = await idsOf(old);
    const rejects = (await rejectsOf(old)).replace("-3.5O,", "-3.50,");
    const later = await idsOf(rejects, words, { imported });

    expect(new Set([...imported, ...later])).toEqual(new Set(await idsOf(oldMended)));
  });

  it("can be rejected again, and still belongs to the first import", async () => {
    const two = `${bad}2024-03-03,Pub,-8.OO\n`;
    const { head } = await planOfText(two, words);
    const again = await rejectsOf((await rejectsOf(two)).replace("-3.5O,", "-3.50,"));
    const [, keys] = /rejected from (.*)\)/.exec(again) ?? [];
    expect(keys?.split(" ")).toEqual([head.key, expect.stringMatching(/^file-/)]);
    expect(again.match(/rejected from/g)).toHaveLength(1);
  });

  it("of a file without a header keeps its description", async () => {
    const headerless = bad.replace(header, "");
    const options = { ...words, map: "date=1,description=2,amount=3" };
    const rejects = (await rejectsOf(headerless, options)).replace("-3.5O,", "-3.50,");
    const { expenses } = await planOfText(rejects, options);
    expect(expenses).toMatchObject([{ description: "Coffee", amount: "3.50" }]);
  });

  it("is read by the same format as its file", async () => {
    const format = await savedFrom(bad, words);
    const rejects = (await rejectsOf(bad)).replace("-3.5O,", "-3.50,");
    const { expenses } = await planOfText(rejects, {}, { formats: [format] });
    expect(expenses).toMatchObject([{ description: "Coffee", amount: "3.50" }]);
  });
});
