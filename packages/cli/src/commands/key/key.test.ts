import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { newFolder } from "@outlay/testing";
import { typeLine } from "../../testing/type-line.ts";

const now = new Date(2026, 10, 22, 12);
const endOfDay = (year: number, month: number, dayOfMonth: number) =>
  new Date(year, month - 1, dayOfMonth, 23, 59, 59, 999).toISOString();

async function machine() {
  const home = await newFolder();
  const type = (line: string, more: Parameters<typeof typeLine>[2] = {}) =>
    typeLine(home, line.split(" "), { now, ...more });
  return {
    home,
    type,
    /** Runs a command line with a key in place of the session. */
    typeAs: (token: string, line: string, more: Parameters<typeof typeLine>[2] = {}) =>
      type(line, { ...more, env: { OUTLAY_TOKEN: token } }),
    newKey: async (scope: string) =>
      (await type(`key create a-${scope}er --scope ${scope}`)).stdout.trim(),
  };
}

describe("outlay key create", () => {
  it("prints only the secret on stdout, and messages on stderr", async () => {
    const { type } = await machine();
    const { code, stdout, stderr } = await type("key create cron --scope imp --expires 90d");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^olk_[\w-]{43}\n$/);
    expect(stderr).toBe(
      "Created key 1: cron, which may import, until 2027-02-20.\n" +
        "Its secret is shown only now. Scripts read it from OUTLAY_TOKEN,\n" +
        "or from the file that OUTLAY_TOKEN_FILE names.\n",
    );
  });

  it("creates a key that may only read, by default", async () => {
    const { type } = await machine();
    const { stdout, stderr } = await type("key create dashboard --json");
    expect(JSON.parse(stdout)).toEqual({
      id: 1,
      name: "dashboard",
      scope: "read",
      expires_at: null,
      created_at: now.toISOString(),
      last_used_at: null,
      secret: expect.stringMatching(/^olk_/) as unknown,
    });
    expect(stderr).toBe("");
  });

  it("prints only the secret with --quiet", async () => {
    const { type } = await machine();
    const { stdout, stderr } = await type("--quiet key create cron");
    expect({ stdout, stderr }).toEqual({
      stdout: expect.stringMatching(/^olk_[\w-]{43}\n$/) as unknown,
      stderr: "",
    });
  });

  it("asks a person what the key is for, and a script never", async () => {
    const { type } = await machine();
    const asked = await type("key create", { answers: ["cron"] });
    expect(asked).toMatchObject({ code: 0, asked: ["What is the key for?"] });
    expect(await type("key create")).toMatchObject({
      code: 2,
      stdout: "",
      stderr:
        "outlay: The name of the key is missing.\n" +
        "Name it after what it is for: outlay key create cron --scope import\n",
    });
  });

  it.each([
    ["key create x --scope all", /Scope "all" is unknown\.\nWrite one of read, import, full/],
    [
      "key create x --expires yesterday",
      /A key that expires on 2026-11-21 would have expired already\./,
    ],
  ])("refuses %s before any server is asked", async (line, says) => {
    const { type } = await machine();
    const { code, stdout, stderr } = await type(line);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(says);
    expect((await type("key list --json")).stdout).toBe("[]\n");
  });
});

describe("outlay key list and revoke", () => {
  it("show the keys with their expiry and last use, and revoke one for good", async () => {
    const { type, typeAs } = await machine();
    const secret = (await type("key create cron --scope full --expires 2026-11-23")).stdout.trim();
    await type("key create board");
    await typeAs(secret, "list");
    expect((await type("key list")).stdout).toBe(
      [
        "ID  NAME   SCOPE  LAST USED         ENDS        MADE",
        " 1  cron   full   2026-11-22 12:00  2026-11-23  2026-11-22",
        " 2  board  read   never                         2026-11-22",
        "",
      ].join("\n"),
    );
    const later = new Date(2026, 10, 24, 12);
    const [, over = ""] = (await type("key list", { now: later })).stdout.split("\n");
    expect(over).toContain("over");

    expect((await type("key revoke 1")).stdout).toBe(
      "Revoked key 1: cron, which may do everything except manage keys, password and account, until 2026-11-23.\n",
    );
    expect(await type("key revoke 1")).toMatchObject({
      code: 5,
      stderr: "outlay: There is no key 1.\nList your keys with: outlay key list\n",
    });
    const left = JSON.parse((await type("key list --json")).stdout) as unknown;
    expect(left).toMatchObject([{ id: 2, name: "board" }]);
  });

  it("say what to type if there are none", async () => {
    const { type } = await machine();
    expect(await type("key list")).toMatchObject({
      stdout: "",
      stderr: "No keys yet. Create one: outlay key create cron --scope import\n",
    });
  });
});

describe("a key in OUTLAY_TOKEN", () => {
  it("that is revoked, expired or unknown ends the command with 4 and a hint", async () => {
    const { type, typeAs, newKey } = await machine();
    const revoked = await newKey("import");
    await type("key revoke 1");
    const command = "With OUTLAY_TOKEN unset, create another: outlay key create";
    expect(await typeAs(revoked, "list")).toMatchObject({
      code: 4,
      stderr:
        `outlay: The API key "a-importer" was revoked at ${now.toISOString()}.\n` +
        `${command} a-importer --scope import\n`,
    });
    const brief = (await type("key create brief --expires today")).stdout.trim();
    expect(await typeAs(brief, "list", { now: new Date(2026, 10, 23) })).toMatchObject({
      code: 4,
      stderr:
        `outlay: The API key "brief" expired at ${endOfDay(2026, 11, 22)}.\n` +
        `${command} brief --scope read\n`,
    });
    expect(await typeAs(`${brief}x`, "list")).toMatchObject({
      code: 4,
      stderr: expect.stringContaining("The server does not know the API key in OUTLAY_TOKEN."),
    });
  });

  it("of another scope ends the command with 4 and a hint", async () => {
    const { typeAs, newKey } = await machine();
    expect(await typeAs(await newKey("import"), "list")).toMatchObject({
      code: 4,
      stdout: "",
      stderr:
        "outlay: This API key has the scope import; this needs a key of scope read or full.\n" +
        "With OUTLAY_TOKEN unset, create a key with that scope: outlay key create NAME --scope read\n",
    });
    const { code, stderr } = await typeAs(await newKey("full"), "key list --json");
    expect(code).toBe(4);
    expect(JSON.parse(stderr)).toEqual({
      error: {
        code: "out_of_scope",
        message: "This API key has the scope full; this needs a login.",
        hint: "To use your login, unset OUTLAY_TOKEN and OUTLAY_TOKEN_FILE.",
        fields: null,
      },
    });
  });

  it("may do exactly what its scope permits", async () => {
    const { typeAs, newKey } = await machine();
    const [read, full] = [await newKey("read"), await newKey("full")];
    expect(await typeAs(full, "add 12.50 Lunch -c food")).toMatchObject({ code: 0, stderr: "" });
    expect((await typeAs(read, "list --json")).stdout).toContain('"description":"Lunch"');
    expect(await typeAs(read, "rm 1 --yes")).toMatchObject({ code: 4 });
    expect(await typeAs(full, "rm 1 --yes")).toMatchObject({ code: 0 });
    expect((await typeAs(read, "auth status")).stdout).toContain("an API key, from OUTLAY_TOKEN");
  });
});

describe("an import with a key that may only import", () => {
  const bank = "Date,Description,Amount\n2026-03-15,Coffee,-3.80\n2026-03-16,Rail,-49.00\n";
  const withoutPast =
    "This API key may only import. Expenses that are already stored are found only when they are sent, and\n" +
    "your history can't be used for categories.\n";

  it("works without reading stored expenses, and learns of duplicates from the answer", async () => {
    const { type, typeAs, newKey } = await machine();
    const key = await newKey("import");
    const first = await typeAs(key, "import - --yes", { input: bank });
    expect(first).toMatchObject({
      code: 0,
      stdout:
        "Imported 2 expenses, 52.80 in total, from standard input.\n" +
        "Categories: 2 unknown, so miscellaneous.\n",
      stderr: `${withoutPast}To revert the whole import: outlay import revert 1\n`,
    });
    const more = `${bank}2026-03-17,Tea,-2.00\n`;
    const second = await typeAs(key, "import - --json", { input: more });
    expect(second).toMatchObject({ code: 0, stderr: "" });
    expect(JSON.parse(second.stdout)).toMatchObject({ imported: 1, duplicates: 2, total: "2.00" });
    const coffee = bank.slice(0, bank.indexOf("2026-03-16"));
    const third = await typeAs(key, "import - --json", { input: coffee });
    const nothingNew = { import_id: null, imported: 0, duplicates: 1 };
    expect(JSON.parse(third.stdout)).toMatchObject(nothingNew);
    expect(JSON.parse((await type("list --json")).stdout)).toHaveLength(3);
    // The server also has an empty batch from the third import.
    const listed = JSON.parse((await type("import list --json")).stdout) as { created: number }[];
    expect(listed.map(({ created }) => created)).toEqual([2, 1]);
  });

  it("carries out a plan without warning of possible changes", async () => {
    const { home, type, typeAs, newKey } = await machine();
    const key = await newKey("import");
    const plan = join(home, "march.plan");
    await type("import - --yes", { input: bank });
    const more = `${bank}2026-03-17,Tea,-2.00\n`;
    await type(`import - --dry-run --plan ${plan}`, { input: more });
    const applied = await typeAs(key, `import --apply ${plan} --yes`);
    expect(applied.stdout).toContain("Imported 1 expense, 2.00 in total");
    expect(applied.stdout).toContain("2 already imported.");
    expect(applied.stderr).not.toContain("The plan was made for");
  });

  it("refuses the corrected rest of another import, rather than drop a row of it", async () => {
    const { home, type, typeAs, newKey } = await machine();
    const key = await newKey("import");
    const rejects = join(home, "rest.csv");
    // The second row is corrected to equal the first.
    const faulty = "Date,Description,Amount\n2026-03-15,Coffee,-3.80\n2026-03-32,Coffee,-3.80\n";
    await typeAs(key, `import - --skip-invalid --yes --rejects ${rejects}`, { input: faulty });
    const mended = (await readFile(rejects, "utf8")).replace("2026-03-32", "2026-03-15");
    await writeFile(rejects, mended);
    const refused = await typeAs(key, `import ${rejects} --yes`);
    expect(refused).toMatchObject({ code: 4, stdout: "" });
    expect(refused.stderr).toContain("These rows were rejected from an earlier import.");
    expect(await type(`import ${rejects} --yes`)).toMatchObject({ code: 0 });
    expect(JSON.parse((await type("list --json")).stdout)).toHaveLength(2);
  });
});
