import { describe, expect, it } from "vitest";
import { newFolder } from "@outlay/testing";
import { typeLine } from "../../testing/type-line.ts";

async function machine() {
  const home = await newFolder();
  const type = (line: string) => typeLine(home, line.split(" "));
  await type("add 5 Lunch -c food");
  await type("budget add 400 -c food");
  return type;
}

describe.each(["edit", "budget edit"])("outlay %s with an id behind the amount", (edit) => {
  it.each([
    ["1 234", "1234"],
    ["1 234.50", "1234.50"],
    ["12 50", "12.50"],
    ["1,234 50", "1234.50"],
  ])("refuses what could be one amount: -a %s", async (typed, meant) => {
    const type = await machine();
    const [amount = "", id = ""] = typed.split(" ");
    for (const option of ["-a ", "-a", "--amount ", "--amount="]) {
      expect(await type(`${edit} ${option}${typed}`)).toMatchObject({
        code: 2,
        stderr:
          `outlay: "${typed}" could be one amount.\n` +
          `Write it like ${meant}, or put the id first: outlay ${edit} ${id} -a ${amount}\n`,
      });
    }
  });

  it.each(["-a 12 1", "-a 12.50 1", "1 -a 12", "-a 12 -m 123 1", "-m 12 1 -a 12"])(
    "changes the record where it couldn't: %s",
    async (typed) => {
      const type = await machine();
      expect((await type(`${edit} ${typed}`)).stdout).toMatch(/1: 12\.[05]0/);
    },
  );
});

it.each([
  ["edit 1 -m", "The description is blank.", 'Write it like "Lunch".'],
  ["budget edit 1 --description", "The description is blank.", 'Write it like "Groceries".'],
  ["key create", "The name is blank.", 'Write it like "cron".'],
  ["edit 1 -t", "A tag is blank.", "Write it like work or #work."],
])("outlay %s with nothing behind it says what to type", async (line, message, hint) => {
  const type = await machine();
  // The empty word is that of `-m ""`.
  expect(await type(`${line} `)).toMatchObject({
    code: 2,
    stderr: `outlay: ${message}\n${hint}\n`,
  });
});
