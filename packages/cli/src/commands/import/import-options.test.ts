import { describe, expect, it } from "vitest";
import { newFolder } from "@outlay/testing";
import { typeLine } from "../../testing/type-line.ts";

const bank =
  "Date,Text,Amount,Out,In\n2026-03-15,Coffee,-3.80,3.80,\n2026-03-16,Rail,-49.00,49.00,\n";
const record =
  '{"date":"2026-03-15","amount":3.8,"description":"Coffee","category":"FOOD","tags":[],"external_id":"a"}\n';
const ownCsv =
  "date,amount,category,description,tags,external_id\n2026-03-15,3.80,FOOD,Coffee,,a\n";

async function refusal(words: readonly string[], input = bank): Promise<string> {
  const { code, stdout, stderr } = await typeLine(await newFolder(), ["import", "-", ...words], {
    input,
  });
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  return stderr;
}

describe("an option is refused that", () => {
  it.each([
    ["has an encoding that isn't known", ["--encoding", "nope"], /"nope" is not a known encoding/],
    ["has no encoding", ["--encoding", ""], /"" is not a known encoding/],
    ["names an account with nothing", ["--account", ""], /"" is not the name of an account/],
    ["names an account with blanks", ["--account", "  "], /is not the name of an account/],
    [
      "names an account with marks alone",
      ["--account", "!?"],
      /"!\?" is not the name of an account/,
    ],
    ["maps a field twice", ["--map", "date=1,date=2"], /assigns two columns to date\./],
    [
      "maps one column of amounts and two",
      ["--map", "amount=3,debit=4"],
      /to both amount and debit, which exclude each other\./,
    ],
    [
      "maps words of direction beside two columns",
      ["--map", "direction=2,debit=4,credit=5"],
      /to both direction and debit, which exclude each other\./,
    ],
  ])("%s, whatever the file is", async (_, words, says) => {
    expect(await refusal(words, "")).toMatch(says);
  });

  it.each([
    ["date and amount", "date=1,amount=Date"],
    ["amount and balance", "amount=3,balance=amount"],
    ["debit and credit", "debit=4,credit=Out"],
  ])("maps the same column for %s", async (what, map) => {
    const [field, other] = what.split(" and ");
    expect(await refusal(["--map", map])).toContain(
      `--map assigns the same column to both ${field} and ${other}.`,
    );
  });

  it.each([
    ["--map", "date=date"],
    ["--decimal", ","],
    ["--sign", "expense-negative"],
    ["--date-format", "DD/MM/YYYY"],
    ["--save-as", "giro"],
  ])("is %s for a file of Outlay's own", async (option, value) => {
    for (const own of [record, `[${record}]`, ownCsv]) {
      expect(await refusal([option, value], own)).toContain(
        `standard input is a file written by Outlay, for which ${option} has no meaning.`,
      );
    }
  });
});

it.each([
  [["--encoding", "latin1", "--account", "Giro 2"], bank],
  [["--map", "debit=Out,credit=In"], bank],
  [["--map", "description=2,payee=2"], bank],
  [["--format", "auto", "--account", "giro", "-c", "food"], record],
])("what can be said, alone or together, is taken: %s", async (words, input) => {
  const { code } = await typeLine(await newFolder(), ["import", "-", ...words], { input });
  expect(code).toBe(0);
});

it("a format's single amount column is replaced by two mapped ones", async () => {
  const home = await newFolder();
  const importing = (more: readonly string[]) =>
    typeLine(home, ["import", "-", "--dry-run", "--json", ...more], { input: bank });
  await typeLine(home, ["import", "-", "--map", "amount=Amount", "--save-as", "giro"], {
    input: bank,
  });
  const { stdout } = await importing(["--format", "giro", "--map", "debit=Out,credit=In"]);
  expect(JSON.parse(stdout)).toMatchObject({
    duplicates: 2,
    detected: { sign: "two columns", columns: { debit: ["Out"], credit: ["In"] } },
  });
});
