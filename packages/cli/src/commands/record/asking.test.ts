import { describe, expect, it } from "vitest";
import { newFolder } from "@outlay/testing";
import { typeLine } from "../../testing/type-line.ts";

type Answers = readonly (string | boolean)[];

/** A machine with one lunch and one budget for it. */
async function machine() {
  const home = await newFolder();
  const type = (line: string, answers?: Answers) =>
    typeLine(home, line.split(" "), answers ? { answers } : {});
  await type("add 12.50 Lunch -c food -t work trip");
  await type("budget add 1,400 -c food --starts 2026-01-01 --ends 2026-12-31");
  return type;
}

/** Extracts the descriptions of expenses from a text. */
const shown = (text: string) => text.match(/(?<=22 {2})\p{L}+/gu);

const lastFields = [
  "Date:",
  "Tags, or none:",
  "Account, or none:",
  "Note, or none:",
  "Currency, or none for your own:",
];
const fieldsOfExpense = ["Amount:", "Description:", "Kind:", "Category:", ...lastFields];
const enters = (count: number): string[] => Array<string>(count).fill("");

describe("outlay edit without options", () => {
  it("asks for each field, and Enter keeps it", async () => {
    const type = await machine();
    const same = await type("edit 1", enters(9));
    expect(same.asked).toEqual(fieldsOfExpense);
    expect(same.stdout).toBe(
      "Nothing changed: expense 1: 12.50  FOOD  2026-11-22  Lunch  #work #trip\n",
    );
    const { stdout } = await type("edit 1", [
      "13",
      "Brunch",
      "",
      "DATA",
      "fri",
      "#home, work",
      ...enters(3),
    ]);
    expect(stdout).toBe("Changed expense 1: 13.00  DATA  2026-11-20  Brunch  #home #work\n");
    expect((await type("edit 1", [...enters(5), "none", ...enters(3)])).stdout).toBe(
      "Changed expense 1: 13.00  DATA  2026-11-20  Brunch\n",
    );
  });

  it("asks only for what the kind has", async () => {
    const type = await machine();
    const shared = ["Amount:", "Description:", "Kind:"];
    const moved = await type("edit 1", ["", "", "TRANSFER", "in", "", "", "Savings", "", ""]);
    expect(moved.asked).toEqual([...shared, "Direction:", ...lastFields]);
    expect(moved.stdout).toBe(
      "Changed transfer 1: 12.50  into Savings  2026-11-22  Lunch  #work #trip\n",
    );
    const income = await type("edit 1", ["", "", "INCOME", ...enters(5)]);
    expect(income.asked).toEqual([...shared, ...lastFields]);
    const spent = await type("edit 1", ["", "", "EXPENSE", "DATA", ...enters(5)]);
    expect(spent.asked).toEqual(fieldsOfExpense);
    const refund = await type("edit 1", ["-13", "", ...enters(6)]);
    expect(refund.asked).toEqual(fieldsOfExpense.filter((message) => message !== "Kind:"));
    expect(refund.stdout).toBe(
      "Changed refund 1: -13.00  DATA  2026-11-22  Lunch  #work #trip  (Savings)\n",
    );
  });

  it("asks for the expense too, and refuses wrong answers", async () => {
    const type = await machine();
    const answers = [
      "x",
      "99",
      "1",
      "free",
      "",
      "",
      "",
      "",
      "31 nov",
      "",
      "two, b!d",
      ...enters(4),
    ];
    const { asked, refused } = await type("edit", answers);
    expect(asked[0]).toBe("Id of the expense:");
    expect(refused).toEqual([
      'Id "x" is not a whole number from 1 to 999999999999999. Lists show the id of each record in their first column.',
      "There is no expense 99. List them with: outlay list",
      'Amount "free" is not money. Write it like 12.50 or 1,234.50.',
      'Date "31 nov" is not a day of the calendar. Write it like 2026-11-22, today, yesterday, -3 (days ago), monday or "22 nov".',
      "A tag may contain only letters, digits, hyphens and underscores.",
    ]);
  });

  it("changes nothing after Ctrl-C, and doesn't ask for fields it doesn't know", async () => {
    const type = await machine();
    expect(await type("edit 1", ["99", "Dinner", "Ctrl-C"])).toMatchObject({ code: 130 });
    expect((await type("show 1 --json")).stdout).toContain('"amount":12.5,"description":"Lunch"');
    expect((await type("edit 1 --amount 3", [])).asked).toEqual([]);
    expect((await type("edit 1 --no-input", [])).code).toBe(2);
  });
});

describe("a missing id", () => {
  it.each([
    ["show", 'There are no expenses.\nRecord one: outlay add 12.50 "Lunch" -c food'],
    ["edit", 'There are no expenses.\nRecord one: outlay add 12.50 "Lunch" -c food'],
    ["rm", 'There are no expenses.\nRecord one: outlay add 12.50 "Lunch" -c food'],
    ["restore", "There are no expenses in the trash."],
    ["budget show", "There are no budgets.\nSet one: outlay budget add 400 -c food"],
    ["budget edit", "There are no budgets.\nSet one: outlay budget add 400 -c food"],
    ["budget rm", "There are no budgets.\nSet one: outlay budget add 400 -c food"],
    ["budget restore", "There are no budgets in the trash."],
  ])("isn't asked for where there is nothing: %s", async (line, text) => {
    const { code, asked, stderr } = await typeLine(await newFolder(), line.split(" "), {
      answers: [],
    });
    expect({ code, asked }).toEqual({ code: 5, asked: [] });
    expect(stderr).toContain(`outlay: ${text}\n`);
  });

  it("is reported, whether it is typed or answered", async () => {
    const type = await machine();
    const { refused } = await type("show", ["", "1"]);
    expect(refused).toEqual([
      "The id is missing. Lists show the id of each record in their first column.",
    ]);
    const given = await typeLine(await newFolder(), ["show", ""]);
    expect(given.stderr).toContain("outlay: The id is missing.\n");
  });
});

describe("outlay budget, with somebody to ask", () => {
  it("asks for everything a new budget needs, and for its period", async () => {
    const type = await machine();
    const all = await type("budget add", ["x", "50", "DATA", ""]);
    expect(all.asked).toEqual(["Amount:", "Amount:", "Category:", "Period:"]);
    expect(all.refused).toEqual(['Amount "x" is not money. Write it like 12.50 or 1,234.50.']);
    expect(all.stdout).toBe("Set budget 2: 50.00  DATA  MONTHLY  data\n");
    const rest = await type("budget add 60", ["SAVINGS", "YEARLY"]);
    expect(rest.stdout).toBe("Set budget 3: 60.00  SAVINGS  YEARLY  savings\n");
    expect((await type("budget add 70 -c t", [])).stdout).toContain("MONTHLY  transport");
    expect(await type("budget add 70 -c rent", [false])).toMatchObject({
      code: 2,
      asked: ['There is no category "rent". Make Rent?'],
    });
  });

  it("asks for each field of an edited budget", async () => {
    const type = await machine();
    const same = await type("budget edit 1", ["", "", "", "", "", "", ""]);
    expect(same.asked).toHaveLength(7);
    expect(same.stdout).toContain("Nothing changed: budget 1: 1,400.00  FOOD  MONTHLY");
    const answers = ["", "Meals", "", "WEEKLY", "1 jan", "2026-12-31", "31 dec", "both"];
    const { stdout, refused } = await type("budget edit 1", answers);
    expect(refused).toEqual(["A budget that starts on 2027-01-01 can't end on 2026-12-31."]);
    expect(stdout).toBe(
      "Changed budget 1: 1,400.00  FOOD  WEEKLY  Meals  2027-01-01 to 2027-12-31\n",
    );
    const none = await type("budget edit 1", ["", "", "", "", "none", "none", ""]);
    expect(none.stdout).toBe("Changed budget 1: 1,400.00  FOOD  WEEKLY  Meals\n");
  });

  it("reports missing values if nobody can be asked", async () => {
    const type = await machine();
    const said = async (line: string) => {
      const { code, stderr } = await type(line);
      return [code, stderr];
    };
    expect(await said("budget add")).toEqual([
      2,
      "outlay: The amount is missing.\nWrite it like: outlay budget add 400 -c food\n",
    ]);
    expect(await said("budget edit")).toEqual([
      2,
      "outlay: The budget's id is missing.\nWrite it like: outlay budget edit 12\n",
    ]);
  });
});

describe("outlay rm, show and restore without an id", () => {
  it("ask for it", async () => {
    const type = await machine();
    expect((await type("show", ["1"])).stdout).toContain("Lunch");
    const removed = await type("rm", ["7", "1", true]);
    expect(removed.asked).toEqual(["Id of the expense:", "Id of the expense:", "Remove it?"]);
    expect(removed.stdout).toContain("Removed expense 1: 12.50");
    expect((await type("restore", ["one", "1"])).stdout).toContain("Restored expense 1");
  });

  it("show the newest records", async () => {
    const type = await machine();
    for (const what of ["Bus", "Taxi", "Train", "Boat", "Kiosk"])
      await type(`add 3 ${what} -c food`);
    expect(shown((await type("show", ["6"])).stderr)).toEqual([
      "Bus",
      "Taxi",
      "Train",
      "Boat",
      "Kiosk",
    ]);
    await type("rm 2 --yes");
    expect(shown((await type("restore", ["2"])).stderr)).toEqual(["Bus"]);
    expect((await type("budget show", ["1"])).stderr).toContain("budget 1: 1,400.00");
  });

  it("report it as missing if nobody can be asked", async () => {
    const type = await machine();
    for (const verb of ["show", "rm", "restore", "edit"]) {
      expect(await type(verb)).toMatchObject({
        code: 2,
        stderr: `outlay: The expense's id is missing.\nWrite it like: outlay ${verb} 12\n`,
      });
    }
  });

  it("remove nothing after a no or Ctrl-C", async () => {
    const type = await machine();
    expect(await type("rm 1", [false])).toMatchObject({ code: 130, stdout: "" });
    expect(await type("rm 1", ["Ctrl-C"])).toMatchObject({ code: 130, stdout: "" });
    expect((await type("show 1")).code).toBe(0);
  });
});
