import { describe, expect, it } from "vitest";
import { newFolder } from "@outlay/testing";
import { typeLine } from "../../testing/type-line.ts";

type Answers = readonly (string | boolean)[];

/** A machine of the test's own, with or without a person at its terminal. */
async function machine() {
  const home = await newFolder();
  return (words: readonly string[], answers?: Answers) =>
    typeLine(home, words, answers ? { answers } : {});
}

const recorded = (text: string) => `Recorded expense ${text}\n`;

describe("outlay add, with somebody to ask", () => {
  it("asks for everything if nothing is given, and takes quick words in the answer", async () => {
    const type = await machine();
    const { asked, stdout } = await type(["add"], ["12.50", "Lunch @food #work", "last friday"]);
    expect(asked).toEqual(["Amount:", "Description:", "Date:"]);
    expect(stdout).toBe(recorded("1: 12.50  FOOD  2026-11-20  Lunch  #work"));
  });

  it("asks only for the rest if something is given", async () => {
    const type = await machine();
    const first = await type(["add", "3", "-d", "-1"], ["Bread", "FOOD"]);
    expect(first.asked).toEqual(["Description:", "Category:"]);
    expect(first.stdout).toBe(recorded("1: 3.00  FOOD  2026-11-21  Bread"));
    const second = await type(["add", "4", "Taxi"], ["TRANSPORT"]);
    expect(second.asked).toEqual(["Category:"]);
    expect(second.stdout).toBe(recorded("2: 4.00  TRANSPORT  2026-11-22  Taxi"));
    const third = await type(["add", "5", "-c", "food"], ["Milk", ""]);
    expect(third.asked).toEqual(["Description:", "Date:"]);
    expect(third.stdout).toBe(recorded("3: 5.00  FOOD  2026-11-22  Milk"));
  });

  it("refuses a wrong answer with an option's sentence, and asks again", async () => {
    const type = await machine();
    const answers = ["12,5O", "12.50", "Lunch @fod", "", "a".repeat(256), "Lunch"];
    const { code, asked, refused } = await type(["add"], [...answers, "FOOD", "3/4/2026", ""]);
    expect(code).toBe(0);
    expect(asked).toHaveLength(9);
    expect(refused).toEqual([
      'Amount "12,5O" is not money. Write it like 12.50 or 1,234.50.',
      String.raw`"@fod" is not a category. Did you mean @food? To keep it in the description, write \@fod`,
      "The description is missing.",
      "Ensure this field has no more than 255 characters.",
      'Date "3/4/2026" could be 2026-04-03 or 2026-03-04. Write it with the year first: 2026-04-03',
    ]);
  });

  it("offers its guess, and adds the rule's tags only if the guess is accepted", async () => {
    const type = await machine();
    await type(["rules", "add", "netflix", "data", "-t", "tv"]);
    const taken = await type(["add", "9"], ["Netflix", "", ""]);
    expect(taken.asked).toEqual(["Description:", "Category:", "Date:"]);
    expect(taken.stdout).toBe(recorded("1: 9.00  DATA  2026-11-22  Netflix  #tv"));
    const other = await type(["add", "9"], ["Netflix", "FOOD", ""]);
    expect(other.stdout).toBe(recorded("2: 9.00  FOOD  2026-11-22  Netflix"));
  });

  it.each(["Amount:", "Description:", "Category:", "Date:"])(
    "records nothing after Ctrl-C at %s",
    async (question) => {
      const type = await machine();
      const answers = ["12.50", "Lunch", "FOOD", "today"];
      const place = ["Amount:", "Description:", "Category:", "Date:"].indexOf(question);
      const { code, asked, stdout } = await type(["add"], [...answers.slice(0, place), "Ctrl-C"]);
      expect({ code, stdout }).toEqual({ code: 130, stdout: "" });
      expect(asked.at(-1)).toBe(question);
      expect((await type(["list", "--json"])).stdout).toBe("[]\n");
    },
  );

  it("asks nothing with --no-input", async () => {
    const type = await machine();
    const { code, asked, stderr } = await type(["add", "--no-input"], []);
    expect({ code, asked }).toEqual({ code: 2, asked: [] });
    expect(stderr).toBe(
      'outlay: The amount is missing.\nWrite it like: outlay add 12.50 "Lunch" -c food\n',
    );
  });
});

describe("the category of an expense that is recorded", () => {
  it("is the last one of the same merchant, and the output says so", async () => {
    const type = await machine();
    await type(["add", "8", "Café Nero 17", "-c", "data"]);
    await type(["add", "8", "CAFE NERO, Berlin 4", "-c", "transport"]);
    await type(["add", "8", "Cafe Nero 3", "-c", "food"]);
    await type(["add", "8", "Cafe Luna", "-c", "transport"]);
    const { stdout } = await type(["add", "3", "Café Nero #break", "12"]);
    expect(stdout).toBe(
      recorded("5: 3.00  FOOD  2026-11-22  Café Nero 12  #break  (category from your history)"),
    );
    expect((await type(["add", "3", "Nero"])).code).toBe(2);
  });

  it("is looked for in all expenses if the merchant has no recent ones", async () => {
    const type = await machine();
    await type(["add", "8", "Ski pass", "-c", "transport", "-d", "2019-01-05"]);
    await type(["add", "8", "Lunch", "-c", "food"]);
    const { stdout } = await type(["add", "9", "Ski pass"]);
    expect(stdout).toContain("9.00  TRANSPORT  2026-11-22  Ski pass  (category from your history)");
  });

  it("comes from the first matching rule, before any history", async () => {
    const type = await machine();
    await type(["add", "9", "Netflix", "-c", "food"]);
    await type(["rules", "add", "netflix", "data", "-t", "tv"]);
    const { stdout } = await type(["add", "9", "Netflix"], []);
    expect(stdout).toBe(
      recorded("2: 9.00  DATA  2026-11-22  Netflix  #tv  (category from rule 1)"),
    );
  });

  it("is required if nothing is known and nobody can be asked", async () => {
    const type = await machine();
    const { code, stderr } = await type(["add", "9", "Netflix"]);
    expect(code).toBe(2);
    expect(stderr).toBe(
      "outlay: The category is missing: neither a rule nor an earlier expense matches the description.\n" +
        "Add -c and one of food, data, transport, miscellaneous, or a rule: outlay rules add --help\n",
    );
  });

  it("is refused if -c and @ contradict each other", async () => {
    const type = await machine();
    expect((await type(["add", "9", "Lunch", "@food", "-c", "food"])).code).toBe(0);
    expect(await type(["add", "9", "Lunch", "@food", "-c", "transport"])).toMatchObject({
      code: 2,
      stderr: "outlay: -c transport and @food contradict each other.\nLeave out one of them.\n",
    });
  });

  it("is asked for if the server with the history can't be reached", async () => {
    const type = await machine();
    const args = ["add", "9", "Netflix", "--server", "http://127.0.0.1:1", "-v"];
    expect(await type(args, ["Ctrl-C"])).toMatchObject({ asked: ["Category:"], code: 130 });
    expect((await type(args)).code).toBe(7);
  });
});
