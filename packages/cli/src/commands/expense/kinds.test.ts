/** Records of all kinds on the command line. */
import { columnWidth } from "../../terminal/column-width.ts";
import { describe, expect, it } from "vitest";
import { testCli } from "../../testing/test-cli.ts";

const now = new Date(2026, 10, 22, 12);

type Type = Awaited<ReturnType<typeof testCli>>;

/** Types lines that succeed, and returns what the last one wrote. */
async function all(type: Type, lines: readonly string[]): Promise<string> {
  let last = "";
  for (const line of lines) {
    const { code, out, err } = await type(line);
    expect({ line, code, err }).toMatchObject({ line, code: 0 });
    last = out;
  }
  return last;
}

const everyKind = [
  "add 50 Zara -c misc",
  "add 20 Zara --refund -c misc",
  "add 2500 Salary --income --account Giro",
  "add 300 Savings --transfer --account Giro",
  "add 300 Savings --transfer --direction in --account Savings",
];

async function household() {
  const type = await testCli(now);
  await all(type, everyKind);
  return type;
}

describe("outlay add", () => {
  it.each([
    ["-20 Zara -c misc", "refund 1: -20.00  MISCELLANEOUS  2026-11-22  Zara"],
    ["-$20.50 Zara -c misc", "refund 1: -20.50  MISCELLANEOUS  2026-11-22  Zara"],
    ["--refund -20 Zara -c misc", "refund 1: -20.00  MISCELLANEOUS  2026-11-22  Zara"],
    ["12 -5 discount -c food", "expense 1: 12.00  FOOD  2026-11-22  -5 discount"],
    ["-5 discount -c food", "refund 1: -5.00  FOOD  2026-11-22  discount"],
    ["9 From @food to #work --income", "income 1: 9.00  2026-11-22  From @food to  #work"],
    ["9 Cash --transfer --account Giro", "transfer 1: 9.00  out of Giro  2026-11-22  Cash"],
    ["9 Cash --transfer --direction i", "transfer 1: 9.00  in  2026-11-22  Cash"],
    ["9 Tea -c food --account Giro --note x", "expense 1: 9.00  FOOD  2026-11-22  Tea  (Giro)"],
  ])("says of what kind the record is: %s", async (line, recorded) => {
    const type = await testCli(now);
    expect(await type(`add ${line}`)).toEqual({ code: 0, out: `Recorded ${recorded}\n`, err: "" });
  });

  it.each([
    ["-20 Pay --income", "A negative amount is a refund, which contradicts --income."],
    ["-20 Pay --transfer", "A negative amount is a refund, which contradicts --transfer."],
    ["20 Pay --income -c food", "-c and --income contradict each other: income has no category."],
    ["20 Pay --income --refund", "--refund and --income contradict each other."],
    ["20 Pay --direction in", "--direction is only for transfers."],
    ["20 Pay --refund --direction in", "--direction is only for transfers."],
    ["-t work -20 Zara", "The amount is missing."],
    ["12 -5,50 discount -c food", "Unknown option '-5,50'."],
    ["-0 Zara -c food", 'Amount "0" is out of range.'],
    ["-12,5O Zara -c food", 'Amount "12,5O" is not money.'],
  ])("refuses what contradicts itself: %s", async (line, refusal) => {
    const type = await testCli(now);
    const { code, out, err } = await type(`add ${line}`);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(refusal);
    expect((await type("list --kind any")).err).toContain("No records match.");
  });

  it("files a refund as the purchase was filed, whatever a rule says", async () => {
    const type = await testCli(now);
    await all(type, ["rules add zara food", "add 50 Zara -c misc"]);
    expect(await all(type, ["add -20 Zara"])).toContain(
      "refund 2: -20.00  MISCELLANEOUS  2026-11-22  Zara  (category from your history)",
    );
    expect(await all(type, ["add 20 Zara"])).toContain(
      "FOOD  2026-11-22  Zara  (category from rule",
    );
    expect(await all(type, ["add -9 Zara-Kids"])).toContain("FOOD");
  });

  it("says what a refund leaves of the budget", async () => {
    const type = await testCli(now);
    await all(type, ["budget add 400 -c food", "add 30 Lunch -c food"]);
    expect(await all(type, ["add -10 Lunch"])).toContain(
      "FOOD: 380.00 left of 400.00 this month (5 %)",
    );
    expect(await all(type, ["add -40 Lunch"])).toContain(
      "FOOD: 420.00 left this month (20.00 more came back than was spent)",
    );
  });
});

describe("outlay list", () => {
  it("shows people expenses and refunds, and gives programs expenses", async () => {
    const type = await household();
    expect((await type("list")).out).toMatchInlineSnapshot(`
      "ID  DATE        CATEGORY       AMOUNT  DESCRIPTION  TAGS
       2  2026-11-22  MISCELLANEOUS  -20.00  Zara
       1  2026-11-22  MISCELLANEOUS   50.00  Zara
      "
    `);
    const idsOf = async (line: string) =>
      (JSON.parse((await type(line)).out) as { id: number }[]).map(({ id }) => id);
    expect(await idsOf("list --json --sort id")).toEqual([1]);
    expect(await idsOf("list --json --sort id --kind any")).toEqual([1, 2, 3, 4, 5]);
    expect(await idsOf("list --json --sort id --kind inc tra")).toEqual([3, 4, 5]);
    expect(await idsOf("list --json --sort id --kind any --account Giro")).toEqual([3, 4]);
    expect(await idsOf("list --json --sort id --kind any --currency home USD")).toHaveLength(5);
    expect(await idsOf("list --json --sort id --confirmed")).toEqual([]);
    expect(await type("list --kind loan")).toMatchObject({
      code: 2,
      err: expect.stringContaining("Write one of expense, refund, income, transfer, any") as string,
    });
  });

  it.each([40, 80])("says of each record what it is, in %s columns", async (columns) => {
    const type = await household();
    const { out } = await type("list --kind any", { columns });
    expect(out).toMatchSnapshot();
    for (const line of out.split("\n")) expect(columnWidth(line)).toBeLessThanOrEqual(columns);
  });

  it("looks for a text in description and note, or in the description alone", async () => {
    const type = await testCli(now);
    await all(type, ["add 1 Tea -c food --note Kiosk", "add 2 Kiosk -c food"]);
    expect((await type("list kiosk")).out.match(/FOOD/g)).toHaveLength(2);
    expect((await type("list --description kiosk")).out.match(/FOOD/g)).toHaveLength(1);
  });

  it("shows removed records of all kinds, which can be restored", async () => {
    const type = await household();
    await all(type, ["rm 1 2 3 4 5 --yes"]);
    expect((await type("list --deleted")).out.trimEnd().split("\n")).toHaveLength(6);
    expect(await all(type, ["restore 2"])).toContain("Restored refund 2: -20.00");
    expect(await all(type, ["restore 4"])).toContain("Restored transfer 4: 300.00  out of Giro");
  });
});

describe("outlay edit", () => {
  it("changes the kind, and what follows from it", async () => {
    const type = await household();
    expect(await all(type, ["edit 1 --kind refund"])).toContain("refund 1: -50.00  MISC");
    expect(await all(type, ["edit 1 --kind income"])).toContain("income 1: 50.00  2026-11-22");
    expect(await all(type, ["edit 1 --kind transfer --direction in"])).toContain("50.00  in  ");
    expect(await all(type, ["edit 1 --kind expense -c food"])).toContain("expense 1: 50.00  FOOD");
    expect(await all(type, ["edit 1 -a -60 --note none"])).toContain("refund 1: -60.00  FOOD");
    expect(await all(type, ["edit 1 -a 70 --account Cash"])).toContain("refund 1: -70.00  FOOD");
  });

  it.each([
    ["edit 3 --kind expense", "Add -c: outlay edit 3 --kind expense -c food"],
    ["edit 3 -a -20", "Add -c: outlay edit 3 --kind refund -c food"],
    ["edit 1 --kind income -c food", "-c and --kind income contradict each other."],
    ["edit 1 --kind income -a -20", "A negative amount is a refund"],
    ["edit 1 --kind refund --direction in", "--direction and --kind refund contradict"],
    ["edit 3 -c food", "Must be null: income and transfers have no category."],
    ["edit 1 --direction in", "Must be null: only a transfer has a direction."],
  ])("refuses what a kind can't have: %s", async (line, refusal) => {
    const type = await household();
    const { code, err } = await type(line);
    expect(code).toBeGreaterThan(0);
    expect(err).toContain(refusal);
  });
});

describe("outlay undo", () => {
  it("takes back changes of the kind, with all that followed from them", async () => {
    const type = await household();
    const shown = async () => JSON.parse((await type("show 1 --json")).out) as object;
    const before = await shown();
    for (const change of ["--kind income", "--kind transfer --direction in", "-a -60"]) {
      await all(type, [`edit 1 ${change}`, "undo"]);
      const { updated_at: _, ...fields } = (await shown()) as { updated_at: string };
      expect(before).toMatchObject(fields);
    }
  });

  it("takes back additions and removals of all kinds", async () => {
    const type = await household();
    await all(type, ["rm 2 3 --yes"]);
    expect(await all(type, ["undo"])).toBe(
      "Undone: the removal of refund 2: -20.00  MISCELLANEOUS  2026-11-22  Zara\n" +
        "Undone: the removal of income 3: 2,500.00  2026-11-22  Salary  (Giro)\n",
    );
    expect(await all(type, ["undo"])).toContain("Undone: transfer 5: 300.00  into Savings");
  });
});
