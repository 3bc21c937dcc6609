import { expect, it } from "vitest";
import { newFolder } from "@outlay/testing";
import { typeLine } from "../testing/type-line.ts";

const typed = async (line: string) => {
  const { code, stderr } = await typeLine(await newFolder(), line.split(" "));
  return { code, stderr };
};

it.each([
  ["bugdet list", "Unknown command 'bugdet'.", "Did you mean budget? See: outlay --help"],
  ["budget lisst", "Unknown command 'lisst'.", "Did you mean list? See: outlay budget --help"],
  [
    "--profile x budget lisst",
    "Unknown command 'lisst'.",
    "Did you mean list? See: outlay budget --help",
  ],
  ["rules ad", "Unknown command 'ad'.", "Did you mean add? See: outlay rules --help"],
  ["help bugdet", "Unknown command 'bugdet'.", "Did you mean budget? See: outlay --help"],
  ["help budget lisst", "Unknown command 'lisst'.", "Did you mean list? See: outlay budget --help"],
  ["budget help fly", "Unknown command 'fly'.", "See: outlay budget --help"],
  [
    "budget add 4 --catgory food",
    "Unknown option '--catgory'.",
    "Did you mean --category? See: outlay budget add --help",
  ],
  [
    "add 3 -5€ -c food",
    "Unknown option '-5€'.",
    "Put a text that begins with a minus after --: outlay add … -- '-5€'",
  ],
  [
    "-q import list --jsn",
    "Unknown option '--jsn'.",
    "Did you mean --json? See: outlay import list --help",
  ],
  [
    "import lisst",
    "lisst can't be read: there is no such file.",
    "Did you mean outlay import list? See: outlay import --help",
  ],
  [
    "import shwo 3",
    "Too many arguments for 'import'. Expected 1 argument but got 2.",
    "Did you mean outlay import show? See: outlay import --help",
  ],
])("outlay %s is refused, with what may be meant", async (line, message, hint) => {
  expect(await typed(line)).toEqual({ code: 2, stderr: `outlay: ${message}\n${hint}\n` });
  const { code, stderr } = await typed(`${line} --json`);
  expect(code).toBe(2);
  expect(JSON.parse(stderr)).toEqual({ error: { code: "usage", message, hint, fields: null } });
});

it.each(["budget", "expense", "rules", "-q key"])(
  "outlay %s alone is refused, with its help on stderr",
  async (line) => {
    const name = line.replace("-q ", "");
    const { code, stdout, stderr } = await typeLine(await newFolder(), line.split(" "));
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(`Usage: outlay ${name} [options] [command]\n`);
    const json = await typed(`${line} --json`);
    expect(json.code).toBe(2);
    expect(JSON.parse(json.stderr)).toMatchObject({
      error: { code: "usage", hint: `See: outlay ${name} --help` },
    });
  },
);

it("help on an existing topic is not an error", async () => {
  for (const line of ["help budget", "help budget list", "budget help list", "help --json"]) {
    expect(await typed(line)).toEqual({ code: 0, stderr: "" });
  }
});

it("a relative folder is refused for Outlay's data", async () => {
  const { code, stderr } = await typeLine("outlay", ["list"]);
  expect(code).toBe(2);
  expect(stderr).toMatch(
    /^outlay: OUTLAY_HOME "outlay" is not an absolute path: .* OUTLAY_HOME=\//,
  );
});

it("a description of several words that begins with a minus goes after --", async () => {
  const home = await newFolder();
  const refused = await typeLine(home, ["add", "3", "-5 discount", "-c", "food"]);
  expect(refused.stderr).toContain("after --: outlay add … -- '-5 discount'\n");
  const taken = await typeLine(home, ["add", "-c", "food", "--", "3", "-5 discount"]);
  expect(taken.stdout).toContain("-5 discount");
});
