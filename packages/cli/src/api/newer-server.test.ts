/** Servers learn words and fields that this client doesn't know. The client has to keep working with them. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { version } from "../../package.json";
import { newFolder } from "@outlay/testing";
import { newerServer } from "../testing/newer-server.ts";
import { typeLine } from "../testing/type-line.ts";

const now = new Date("2026-11-22T12:00:00Z");

/** This version's words, and the replacements of a later version. */
const words = [
  ['"FOOD"', '"EATING OUT"'],
  ['"category":"TRANSPORT"', '"category":null'],
  ['"MONTHLY"', '"QUARTERLY"'],
  ['"surplus"', '"half"'],
  ['"duplicate"', '"merged"'],
  ['"read"', '"observe"'],
] as const;

const later = (body: string): string =>
  words
    .reduce((text, [ours, theirs]) => text.replaceAll(ours, theirs), body)
    .replaceAll(/\{"id":(\d+)/g, '{"id":$1,"owner":"ada"')
    .replaceAll('"updated_at":', '"deleted_at":null,"updated_at":');

const rewriting = {
  answer: (body: string, path: string) =>
    path.includes("deleted=true") || path.includes("token") ? body : later(body),
  request: (body: string) =>
    words.reduce((text, [ours, theirs]) => text.replaceAll(theirs, ours), body),
};

/** A machine whose commands go to a server of a later version. */
async function machine(more: Partial<typeof rewriting> = {}) {
  const { url, agents } = await newerServer({ ...rewriting, ...more }, now);
  const home = await newFolder();
  const type = async (line: string, answers?: readonly string[]) => {
    const args = line.match(/"[^"]*"|\S+/g) ?? [];
    const typed = await typeLine(
      home,
      args.map((arg) => arg.replaceAll('"', "")),
      { now, ...(answers && { answers }), env: { OUTLAY_SERVER: url } },
    );
    const { code, stdout, stderr, refused } = typed;
    // A failure shows the error, which for a question without an answer names the question.
    const failure = code === 0 ? null : { code, stderr, refused };
    expect({ line, failure }).toEqual({ line, failure: null });
    return stdout;
  };
  await typeLine(home, ["register", "--username", "ada", "--password-stdin"], {
    input: "correct-Horse-77-battery",
    env: { OUTLAY_SERVER: url },
  });
  return { type, home, agents };
}

describe("a server of a later version", () => {
  it("has its words shown unchanged, and its fields passed on", async () => {
    const { type } = await machine();
    expect(await type("add 12.50 Lunch -c food")).toContain("12.50  EATING OUT  2026-11-22  Lunch");
    expect(await type("add 3 Bus -c transport")).toContain("3.00  none  2026-11-22  Bus");
    expect(await type("list")).toMatch(/EATING OUT +12\.50 +Lunch/);
    expect(JSON.parse(await type("show 1 --json"))).toMatchObject({
      owner: "ada",
      category: "EATING OUT",
    });
    expect(await type("show 2")).toContain("none");
    expect(await type("edit 1 --amount 13")).toContain("13.00  EATING OUT");
    expect(await type("edit 1", ["14", ...Array<string>(8).fill("")])).toContain(
      "14.00  EATING OUT",
    );
    expect(await type("undo")).toContain("13.00  EATING OUT");
    expect(await type("rm 1 --yes")).toContain("13.00  EATING OUT");
    expect(await type("list --deleted")).toContain("Lunch");
    expect(await type("restore 1")).toContain("13.00  EATING OUT");
    expect(await type("add 2 Lunch")).toContain("2.00  EATING OUT");
    expect(await type("report")).toMatch(/EATING OUT +15\.00/);
  });

  it("may have budgets with unknown periods, described by their days", async () => {
    const { type } = await machine();
    const set = await type("budget add 400 -c food --rollover surplus");
    expect(set).toContain("400.00  EATING OUT  QUARTERLY");
    await type("budget add 70 -c transport");
    await type("budget add 50 -c savings");
    expect(await type("add 10 Lunch -c food")).toContain(
      "EATING OUT: 390.00 left of 400.00 from 2026-11-01 to 2026-11-30 (2 %)",
    );
    expect(await type("budget list")).toContain("half");
    expect(await type("budget show 1")).toContain("QUARTERLY");
    const status = await type("budget status");
    expect(status).toContain("EATING OUT  2026-11-01 to 2026-11-30");
    expect(status).toContain("the other quarterly budgets leave");
    expect(await type("budget edit 1", ["500", "", "", "", "", "", ""])).toContain("500.00");
    expect(await type("budget check")).toBe("");
  });

  it("works with import and export", async () => {
    const { type, home } = await machine();
    const file = join(home, "giro.csv");
    await writeFile(file, "Date,Payee,Amount\n2026-11-03,Kiosk,-4.20\n2026-11-13,Kurz,-1.00\n");
    await type(`import ${file} -c food`);
    expect(await type("list")).toMatch(/EATING OUT +4\.20 +Kiosk/);
    expect(await type(`import ${file} -c food`)).toContain("2 already imported");
    await type("import list");
    await type("import show 1");
    await type("add 3 Bus -c transport");
    const csv = await type("export");
    expect(csv).toContain('2026-11-03,4.20,"EATING OUT","Kiosk"');
    expect(csv).toContain('2026-11-22,3.00,,"Bus"');
    expect(await type("export --format json")).toContain('"owner":"ada"');
    const journal = await type("export --format beancount");
    expect(journal).toContain("2026-11-03 open Expenses:Eating-out\n2026-11-03 *");
    expect(journal).toContain("Expenses:Unknown  3.00");
    expect(journal.match(/open Expenses:Eating-out/g)).toHaveLength(1);
    expect(await type("export --format hledger")).toContain("expenses:eating-out  4.20");
    await type("key create cron");
    expect(await type("key list")).toContain("observe");
    await writeFile(join(home, "rows.json"), await type("export --format json"));
    expect(await readFile(join(home, "rows.json"), "utf8")).toContain("EATING OUT");
  });

  it("may report an already recorded expense with a new word", async () => {
    const { type, home } = await machine({
      answer: (body) => body.replaceAll('"status":"created"', '"status":"merged"'),
    });
    const file = join(home, "giro.csv");
    await writeFile(file, "Date,Payee,Amount\n2026-11-03,Kiosk,-4.20\n");
    expect(await type(`import ${file} -c food`)).toContain("1 already imported");
  });

  it("may report less than nothing", async () => {
    const { type } = await machine({
      answer: (body, path) =>
        path.startsWith("/reports") ? body.replaceAll('"total":', '"total":-') : later(body),
    });
    await type("add 12.50 Lunch -c food -d 2026-11-02");
    await type("add 3 Bus -c transport");
    for (const by of ["category", "tag", "day"]) {
      expect(await type(`report --by ${by}`)).toMatch(/Total +-15\.50/);
    }
    expect(await type("report --json")).toContain('"total":-15.5');
  });

  it("may have values that this client would refuse, and Enter keeps each of them", async () => {
    const { type } = await machine({
      answer: (body) =>
        later(body)
          .replaceAll('"Lunch"', JSON.stringify(`${"x".repeat(300)}\n`))
          .replaceAll('"tags":["work"]', '"tags":["none at all!","none"]')
          .replaceAll('"rollover":"none"', '"rollover":null')
          .replaceAll('"starts":null', '"starts":"2027-01-01"')
          .replaceAll('"ends":null', '"ends":"2026-01-01"')
          .replaceAll('"amount":12.5', '"amount":-12.5'),
    });
    await type("add 12.50 Lunch -c transport -t work");
    expect(await type("edit 1", Array<string>(9).fill(""))).toContain("Nothing changed");
    expect(await type("edit 1", ["", "", "", "DATA", "", "", "", "", ""])).toContain("DATA");
    await type("budget add 12.50 Lunch -c transport");
    expect(await type("budget edit 1", Array(7).fill(""))).toContain("Nothing changed");
  });

  it("may have records with zero or negative amounts", async () => {
    const { type } = await machine({
      answer: (body) =>
        body.replaceAll('"amount":12.5', '"amount":-12.5').replaceAll('"amount":3', '"amount":0'),
    });
    await type("add 12.50 Lunch -c food");
    await type("add 3 Bus -c transport");
    const list = await type("list");
    expect(list).toMatch(/-12\.50 +Lunch/);
    expect(list).toMatch(/ 0\.00 +Bus/);
  });

  it("learns the client's version from every request", async () => {
    const { type, agents } = await machine();
    await type("list");
    expect(new Set(agents)).toEqual(new Set([`outlay/${version}`]));
  });
});
