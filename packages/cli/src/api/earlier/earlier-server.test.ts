/** Servers of earlier versions ignore fields and filters that they don't know. The client must notice. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { newFolder } from "@outlay/testing";
import { outboxFile } from "../../outbox/outbox-file.ts";
import { newerServer } from "../../testing/newer-server.ts";
import { typeLine } from "../../testing/type-line.ts";

const now = new Date("2026-11-22T12:00:00Z");

const unknownFields = new Set([
  "kind",
  "direction",
  "account",
  "note",
  "currency",
  "import_id",
  "confirmed_by",
  "confirmed_as",
  "unconverted",
  "income",
  "left",
  "income_unconverted",
]);

/** Removes the fields from all objects in a JSON text. */
const withoutFields = (body: string): string =>
  body === ""
    ? body
    : JSON.stringify(JSON.parse(body), (name, value: unknown) =>
        unknownFields.has(name) ? undefined : value,
      );

const unknownParameters = new Set(["kind", "account", "currency", "confirmed", "description"]);

/** Replaces a parameter by another one that no server knows, and whose refusal has the same words. */
const withoutParameters = (path: string): string =>
  path.replaceAll(/([?&])(\w+)=/g, (all, mark: string, name: string) =>
    unknownParameters.has(name) ? `${mark}x_${name}=` : all,
  );

const isOfRecords = (path: string) => /^\/(?:expenses|imports|reports)\//.test(path);

/** A machine whose commands go to a server of an earlier version. */
async function machine() {
  const { url } = await newerServer(
    {
      request: withoutFields,
      path: withoutParameters,
      answer: (body, path) =>
        (isOfRecords(path) ? withoutFields(body) : body).replaceAll('"x_', '"'),
    },
    now,
  );
  const home = await newFolder();
  const env = { OUTLAY_SERVER: url };
  await typeLine(home, ["register", "--username", "ada", "--password-stdin"], {
    input: "correct-Horse-77-battery",
    env,
  });
  const type = async (line: string) => {
    const { code, stdout, stderr } = await typeLine(home, line.split(" "), { now, env });
    return { code, out: stdout, err: stderr };
  };
  return { type, home, url };
}

describe("a server of an earlier version", () => {
  it("works as before with what it knows", async () => {
    const { type, home } = await machine();
    expect(await type("add 12.50 Lunch -c food")).toMatchObject({ code: 0, err: "" });
    expect((await type("list")).out).toContain("12.50  Lunch");
    expect((await type("list --kind any --json")).code).toBe(0);
    expect((await type("report")).out).toMatch(/Total +12\.50/);
    expect(await type("export")).toMatchObject({ code: 0, err: "" });
    expect((await type("report --kind expense")).out).toMatch(/Total +12\.50/);
    expect((await type("add 3 Lunch")).out).toContain("FOOD");
    expect((await type("edit 1 -a 13")).out).toContain("Changed expense 1: 13.00");
    expect((await type("undo")).out).toContain("12.50");
    const file = join(home, "giro.csv");
    await writeFile(file, "Date,Payee,Amount\n2026-11-03,Kiosk,-4.20\n2026-11-13,Kurz,-1.00\n");
    expect((await type(`import ${file} -c food --yes`)).out).toContain("Imported 2 expenses");
    expect((await type(`import ${file} -c food --yes`)).out).toContain("2 already imported");
    expect((await type("rm 1 --yes")).code).toBe(0);
    expect((await type("list --deleted")).out).toContain("Lunch");
  });

  it("records a refund as an expense, which is told with the way out", async () => {
    const { type } = await machine();
    expect(await type("add 20 Zara --refund -c misc --account Giro")).toEqual({
      code: 7,
      out: "",
      err:
        "outlay: The server doesn't know kind and account: it is of an earlier version, and has recorded expense 1 without them.\n" +
        "Recorded was expense 1: 20.00  MISCELLANEOUS  2026-11-22  Zara. To remove it: outlay rm 1. Update the server to record it as it was meant.\n",
    });
    expect((await type("undo")).out).toContain("Undone: expense 1: 20.00");
  });

  it("changes nothing of the kind, which is told with the way out", async () => {
    const { type } = await machine();
    await type("add 20 Zara -c misc");
    const edited = await type("edit 1 -a 25 --kind refund");
    expect(edited).toMatchObject({ code: 7, out: "" });
    expect(edited.err).toContain("The server doesn't know kind");
    expect(edited.err).toContain("To take the change back: outlay undo.");
    expect((await type("undo")).out).toContain("expense 1: 20.00");
    // It has been an expense all along.
    expect((await type("edit 1 --kind expense")).code).toBe(0);
  });

  it.each([
    ["list --kind income", "kind"],
    ["list --account Giro", "account"],
    ["list --description x", "description"],
    ["list --unconfirmed", "confirmed"],
    ["list --currency USD", "currency"],
    ["export --kind refund", "kind"],
    ["report --kind income", "kind"],
    ["report --account Giro", "account"],
  ])("can't select by what it doesn't know: %s", async (line, filter) => {
    const { type } = await machine();
    await type("add 20 Zara -c misc");
    expect(await type(line)).toEqual({
      code: 7,
      out: "",
      err:
        `outlay: The server is of an earlier version: it can't select by ${filter}.\n` +
        "Update the server, or leave out the filter.\n",
    });
  });

  it("loses the kinds of an own file, which is told with the way out", async () => {
    const { type, home } = await machine();
    const file = join(home, "own.json");
    const row = { amount: 20, category: "FOOD", date: "2026-11-03", kind: "REFUND" };
    await writeFile(file, JSON.stringify([{ ...row, description: "Zara" }]));
    const { code, out, err } = await type(`import ${file} --yes`);
    expect({ code, out }).toEqual({ code: 7, out: "" });
    expect(err).toContain("has imported expenses without it as import 1.");
    expect(err).toContain("To remove them: outlay import revert 1.");
    expect((await type("import revert 1 --yes")).code).toBe(0);
  });

  it("leaves a queued refund in the outbox, with the reason", async () => {
    const { type, home, url } = await machine();
    const expense = {
      amount: "20.00",
      description: "Zara",
      category: "MISCELLANEOUS",
      date: "2026-11-03",
      tags: [],
      external_id: "a",
      kind: "REFUND",
    };
    const kept = { kept_at: now.toISOString(), may_have_arrived: false, expense };
    await outboxFile(home).put({ server: url, user: "ada" }, kept);
    const sent = await type("outbox send");
    expect(sent.code).toBe(6);
    expect(sent.err).toContain("The server doesn't know kind");
    const listed = await type("outbox list");
    expect(listed.out).toContain("-20.00");
    expect(listed.out).toContain("To remove it there: outlay rm 1");
    expect((await type("rm 1 --yes")).code).toBe(0);
  });
});
