/** Rows imported under another account count as new, which is rarely intended and therefore reported. */
import { describe, expect, it } from "vitest";
import { newFolder } from "@outlay/testing";
import { typeLine } from "../../testing/type-line.ts";

const header = "Date,Description,Amount\n";
const rows = [
  "2026-03-10,Supermarket,-41.20\n",
  "2026-03-11,Night Bus,-2.80\n",
  "2026-03-12,Bakery,-3.80\n",
  "2026-03-12,Bakery,-3.80\n",
];
const march = header + rows.join("");
const giro = ["--account", "giro"];
const doubt = "recorded twice";

async function imported(home: string, input: string, ...options: string[]) {
  const args = ["import", "-", ...options];
  const { code, stdout, stderr } = await typeLine(home, args, { input });
  expect(code).toBe(0);
  return { stdout, stderr };
}

describe("a file that was imported before", () => {
  it("under an account causes a warning when no account is named", async () => {
    const home = await newFolder();
    await imported(home, march, ...giro);
    const { stdout, stderr } = await imported(home, march);
    expect(stderr).toBe(
      "outlay: The 4 new expenses look like those of import 1 (standard input), which were imported under an account.\n" +
        "If it is the same account, use the same --account as then, or none if there was none. Otherwise they are recorded twice.\n" +
        "To revert the whole import: outlay import revert 2\n",
    );
    // Nothing that may be new is lost.
    expect(stdout).toContain("Imported 4 expenses");
  });

  it("without an account causes a warning with each import when one is named", async () => {
    const home = await newFolder();
    await imported(home, header + rows.slice(0, 2).join(""));
    await imported(home, header + rows.slice(2).join(""));
    const { stderr } = await imported(home, march, ...giro);
    expect(stderr).toContain(
      "look like those of import 1 (standard input) and import 2 (standard input), " +
        "which were imported without an account or under another one.",
    );
  });

  it("causes a warning for a program, with --yes, before anything is imported", async () => {
    const home = await newFolder();
    await imported(home, march, ...giro);
    const dry = await imported(home, march, "--dry-run");
    expect(dry.stderr).toContain(doubt);
    const { stderr } = await imported(home, march, "--json");
    expect(JSON.parse(stderr)).toEqual({ warning: { message: expect.stringContaining(doubt) } });
    expect((await imported(home, march, "--account", "x", "--yes")).stderr).toContain(doubt);
  });

  it("causes a warning if it overlaps with the new one", async () => {
    const home = await newFolder();
    await imported(home, march, ...giro);
    const later = Array.from({ length: 20 }, (_, day) => `2026-04-${10 + day},Cafe ${day},-5.00\n`);
    const { stderr } = await imported(home, march + later.join(""));
    expect(stderr).toContain("4 of the 24 new expenses look like those of import 1 (");
  });

  it("is asked about at a terminal, and Enter says no", async () => {
    const home = await newFolder();
    await imported(home, march, ...giro);
    const no = await typeLine(home, ["import", "-"], { input: march, answers: [""] });
    expect(no.asked).toEqual(["Import these 4 anyway?"]);
    expect(no.stderr).toContain(doubt);
    expect(no.code).toBe(130);
    const yes = await typeLine(home, ["import", "-"], { input: march, answers: [true] });
    expect(yes.stdout).toContain("Imported 4 expenses");
  });

  it("causes a warning when a plan of it is carried out", async () => {
    const home = await newFolder();
    const plan = `${home}.plan`;
    await imported(home, march, "--dry-run", "--plan", plan);
    await imported(home, march, ...giro);
    const { stderr } = await typeLine(home, ["import", "--apply", plan]);
    expect(stderr).toContain(doubt);
  });
});

const days = (name: string) =>
  Array.from({ length: 8 }, (_, day) => `2026-02-${10 + day},${name} ${day},-5.00\n`).join("");

describe("there is no warning for", () => {
  it("another account's file with a row that is equal", async () => {
    const home = await newFolder();
    await imported(home, march, ...giro);
    const other = `${header}2026-03-02,Rent,-900.00\n2026-03-11,Night Bus,-2.80\n2026-03-30,Fuel,-60.00\n`;
    expect((await imported(home, other, "--account", "joint")).stderr).not.toContain(doubt);
  });

  it("equal fees of two accounts, among other rows", async () => {
    const fees = ["01", "02", "03", "04"].map((month) => `2026-${month}-28,Account fee,-3.00\n`);
    const home = await newFolder();
    await imported(home, header + fees.join("") + days("Cafe"), ...giro);
    const { stderr } = await imported(
      home,
      header + fees.join("") + days("Shop"),
      "--account",
      "b",
    );
    expect(stderr).not.toContain(doubt);
  });

  it("the same file again, a longer one, or an additional equal row", async () => {
    const home = await newFolder();
    await imported(home, march, ...giro);
    expect((await imported(home, march, ...giro)).stderr).not.toContain(doubt);
    const more = await imported(home, `${march}${rows[3]}2026-03-20,Rail,-49.00\n`, ...giro);
    expect(more.stdout).toContain("Imported 2 expenses");
    expect(more.stderr).not.toContain(doubt);
  });

  it("a file whose import was reverted", async () => {
    const home = await newFolder();
    await imported(home, march, ...giro);
    await typeLine(home, ["import", "revert", "1", "--yes"]);
    expect((await imported(home, march)).stderr).not.toContain(doubt);
  });

  it("a file whose expenses were recorded by hand", async () => {
    const home = await newFolder();
    for (const [amount, what, day] of [
      ["41.20", "Supermarket", "2026-03-10"],
      ["2.80", "Night Bus", "2026-03-11"],
      ["3.80", "Bakery", "2026-03-12"],
    ] as const) {
      await typeLine(home, ["add", amount, what, "-c", "food", "-d", day]);
    }
    expect((await imported(home, march)).stderr).not.toContain(doubt);
  });
});
