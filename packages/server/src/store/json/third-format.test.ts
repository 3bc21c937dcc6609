/** Data from before there were API keys: a snapshot of the format outlay-3, and its journal. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import jwt from "jsonwebtoken";
import { describe, expect, it } from "vitest";
import { faultyDisk } from "../../testing/faulty-disk.ts";
import { folderWith, formatsIn } from "../../testing/former-data.ts";
import { checksNamed } from "../../testing/sample-folder.ts";
import { testApi } from "../../testing/test-api.ts";
import { contentOf, openTestStore } from "../../testing/test-store.ts";
import { subjectOf } from "../../use-cases/accounts/token-subject.ts";
import { DataDamaged } from "../store-errors.ts";

/** Data as the previous version wrote them: five changes folded, three not. */
const snapshot = `{"format":"outlay-3","store":"823005b5-cc86-4977-8b7a-a913405f5a1e","lastChange":5,"standsAlone":false,"nextIds":{"users":2,"expenses":3,"budgets":2,"imports":2},
"users":[
{"id":1,"username":"ada","passwordHash":"hash","passwordVersion":1,"createdAt":"2026-11-22T10:03:00.000Z"}
],
"expenses":[
{"id":1,"amountCents":1250,"description":"Lunch with Grace","category":"FOOD","spentOn":"2026-11-22","tags":["work"],"externalId":"bank-1","userId":1,"createdAt":"2026-11-22T10:06:00.000Z","updatedAt":"2026-11-22T10:06:00.000Z","deletedAt":null},
{"id":2,"amountCents":1250,"description":"Lunch","category":"FOOD","spentOn":"2026-11-22","tags":["work"],"externalId":"bank-2","userId":1,"createdAt":"2026-11-22T10:11:00.000Z","updatedAt":"2026-11-22T10:11:00.000Z","deletedAt":null,"importId":1}
],
"budgets":[
{"id":1,"amountCents":40000,"description":"food","category":"FOOD","period":"MONTHLY","starts":null,"ends":null,"rollover":"none","userId":1,"createdAt":"2026-11-22T10:09:00.000Z","updatedAt":"2026-11-22T10:09:00.000Z","deletedAt":null}
],
"imports":[
{"id":1,"source":"bank.csv","externalId":"file-1","userId":1,"createdAt":"2026-11-22T10:11:00.000Z"}
],
"revokedTokens":[
{"id":"token","expiresAt":"9999-01-01T00:00:00.000Z"}
],
"checksums":[
"0796c3c033460d76de3811ad7c145d05bfd46a0741fb8ae3ba2817cf7c145d050fd91a18b3195c357c145d0535ec42138beac9de7c145d05cbc2b93229bc351e7c145d05"
],
"checksumOfChecksums":"bed4b6cf","checksumOfAll":"f7ef94cd"}
`;
const journal = `{"sum":"4790add4","format":"outlay-journal-2","store":"823005b5-cc86-4977-8b7a-a913405f5a1e","first":6}
{"sum":"ec7d5436","change":6,"put":{"expenses":[{"id":3,"amountCents":1250,"description":"Zürich 🚆","category":"FOOD","spentOn":"2026-11-22","tags":["work"],"externalId":null,"userId":1,"createdAt":"2026-11-22T10:18:00.000Z","updatedAt":"2026-11-22T10:18:00.000Z","deletedAt":null}]}}
{"sum":"12f6b98e","change":7,"put":{"expenses":[{"id":1,"amountCents":1250,"description":"Lunch with Grace","category":"FOOD","spentOn":"2026-11-22","tags":["work"],"externalId":"bank-1","userId":1,"createdAt":"2026-11-22T10:06:00.000Z","updatedAt":"2026-11-22T10:06:00.000Z","deletedAt":"2026-11-22T10:20:00.000Z"}]}}
{"sum":"73a5dfd0","change":8,"put":{"imports":[{"id":2,"source":"bank.csv","externalId":"file-2","userId":1,"createdAt":"2026-11-22T10:22:00.000Z"}],"expenses":[{"id":4,"amountCents":1250,"description":"Lunch","category":"FOOD","spentOn":"2026-11-22","tags":["work"],"externalId":"bank-3","userId":1,"createdAt":"2026-11-22T10:22:00.000Z","updatedAt":"2026-11-22T10:22:00.000Z","deletedAt":null,"importId":2}]}}
`;

/** The journal that it wrote in a folder whose changes are all folded. */
const emptyJournal = journal.slice(0, journal.indexOf("\n") + 1);

const snapshotName = "outlay.json";
const journalName = "journal.6.jsonl";
const unfolded = { [snapshotName]: snapshot, [journalName]: journal };
const folded = { [snapshotName]: snapshot, [journalName]: emptyJournal };

const clock = () => new Date("2026-11-23T10:00:00.000Z");
/** Nothing is folded unless it must be. */
const foldLimits = { minJournalBytes: 1e9, smallDataBytes: 0 };

const cron = { name: "cron", scope: "import", expiresAt: null, secretHash: "hash-1" } as const;

describe("data of the third format", () => {
  it("are read unconverted with their journal, and left so by processes that only read", async () => {
    const folder = await folderWith(unfolded);
    const store = await openTestStore({ folder, own: false, clock });
    expect(await contentOf(store, 1)).toMatchObject({
      user: { username: "ada" },
      expenses: [
        { id: 2, externalId: "bank-2", importId: 1 },
        { id: 3, description: "Zürich 🚆" },
        { id: 4, externalId: "bank-3", importId: 2 },
      ],
      removedExpenses: [{ id: 1, description: "Lunch with Grace" }],
      budgets: [{ id: 1, amountCents: 40_000 }],
      imports: [
        { id: 1, externalId: "file-1", count: 1 },
        { id: 2, externalId: "file-2", count: 1 },
      ],
      apiKeys: [],
    });
    expect(await store.refreshTokens.isRevoked("token")).toBe(true);
    expect(await store.apiKeys.findByHash("hash-1")).toBeUndefined();
    await store.close();
    expect(await readFile(join(folder, snapshotName), "utf8")).toBe(snapshot);
    expect(await readFile(join(folder, journalName), "utf8")).toBe(journal);
    expect(await readdir(folder)).toHaveLength(2);
  });

  it("are answered as the API describes, with fields that records have gained since", async () => {
    const { send, context } = await testApi({ dataFolder: await folderWith(unfolded), clock });
    const ada = await context.store.users.findById(1);
    const access = ada && context.tokens.issue("access", subjectOf(ada));
    const paths = ["/expenses/", "/expenses/?deleted=true", "/budget/", "/imports/"];
    const counts = paths.map(async (path) => {
      const { body } = await send("GET", path, undefined, access);
      return (body as unknown[]).length;
    });
    // Each answer is checked against the API's description.
    expect(await Promise.all(counts)).toEqual([3, 1, 1, 2]);
  });

  it("keep their sessions: earlier tokens are valid for their users", async () => {
    const jwtSecret = "0123456789".repeat(4);
    const options = { dataFolder: await folderWith(unfolded), clock, jwtSecret };
    const { send, context } = await testApi(options);
    const iat = clock().getTime() / 1000 - 60;
    const whose = { user_id: 1, username: "ada", password_version: 1 };
    const former = (claims: object) =>
      jwt.sign({ exp: iat + 3600, iat, jti: "one", ...whose, ...claims }, jwtSecret);
    const access = former({ token_type: "access" });
    expect(await send("GET", "/me/", undefined, access)).toMatchObject({ status: 200 });
    const refresh = former({ token_type: "refresh" });
    const answer = await send("POST", "/api/token/refresh/", { refresh });
    const next = (answer.body as { access: string }).access;
    expect(await send("GET", "/me/", undefined, next)).toMatchObject({ status: 200 });
    // Nor do keys made now end with the next change, which converts the data.
    await context.store.apiKeys.create(1, cron);
    for (const token of [access, next])
      expect(await send("GET", "/me/", undefined, token)).toMatchObject({ status: 200 });

    const beforeAda = Date.parse("2026-11-22T10:02:59Z") / 1000;
    const older = former({ token_type: "access", iat: beforeAda });
    expect(await send("GET", "/me/", undefined, older)).toMatchObject({ status: 401 });
    await context.store.users.create("eve", "hash");
    const ofEve = former({ token_type: "access", user_id: 2, username: "eve" });
    expect(await send("GET", "/me/", undefined, ofEve)).toMatchObject({ status: 401 });
  });

  it.each([
    ["with changes in it", unfolded, 9],
    ["without", folded, 6],
  ])(
    "get no key in their journal %s, because an older version would ignore it",
    async (_, files, next) => {
      const folder = await folderWith(files);
      const store = await openTestStore({ folder, own: false, clock, foldLimits });
      await store.apiKeys.create(1, cron);
      const content = await contentOf(store, 1);
      await store.close();
      expect(await formatsIn(folder)).toEqual({
        [journalName]: next === 6 ? "outlay-journal-4" : "outlay-journal-2",
        [`journal.${next}.jsonl`]: "outlay-journal-4",
        [snapshotName]: "outlay-3",
      });
      const again = await openTestStore({ folder, own: false, clock, foldLimits });
      expect(await contentOf(again, 1)).toEqual(content);
      expect(content.apiKeys).toMatchObject([{ id: 1, name: "cron" }]);
    },
  );

  it.each([true, false])("are converted when they are folded (own: %s)", async (own) => {
    const folder = await folderWith(unfolded);
    const store = await openTestStore({ folder, own, clock });
    await store.apiKeys.create(1, cron);
    const content = await contentOf(store, 1);
    await store.close();
    expect(await formatsIn(folder)).toEqual({
      "journal.10.jsonl": "outlay-journal-4",
      [snapshotName]: "outlay-5",
    });
    const again = await openTestStore({ folder, clock });
    expect(await contentOf(again, 1)).toEqual(content);
  });

  it("stay complete, whichever step of the disk fails at the first change", async () => {
    let stepCount = 0;
    for (let faulty = 0; faulty <= stepCount; faulty += 1) {
      const folder = await folderWith(unfolded);
      const disk = faultyDisk();
      const store = await openTestStore({ folder, own: false, clock, fs: disk.fs });
      const before = await contentOf(store, 1);
      disk.fail((step) => step === faulty);
      const created = await store.apiKeys.create(1, cron).then(
        (key) => [key],
        () => [],
      );
      stepCount = disk.steps.length;
      disk.fail(() => false);
      const again = await openTestStore({ folder, own: false, clock });
      const after = { ...before, apiKeys: created };
      for (const each of [store, again]) expect(await contentOf(each, 1)).toEqual(after);
      await again.close();
      await store.close();
    }
    expect(stepCount).toBeGreaterThan(10);
  });

  it("are worth a note in `outlay doctor`, until they are converted", async () => {
    const folder = await folderWith(unfolded);
    expect(await checksNamed("format", folder)).toMatchObject([{ state: "note" }]);
    const store = await openTestStore({ folder, clock });
    await store.apiKeys.create(1, cron);
    await store.close();
    expect(await checksNamed("format", folder)).toMatchObject([{ state: "ok" }]);
    expect(await checksNamed("data", folder)).toMatchObject([
      { message: "1 account, 3 expenses (and 1 in the trash), 1 budget, 2 imports, 1 API key." },
    ]);
  });

  it("aren't mistaken for data of another format, nor accepted with a wrong byte", async () => {
    const changed = [
      { [snapshotName]: snapshot.replace("outlay-3", "outlay-4"), [journalName]: journal },
      { [snapshotName]: snapshot.replace("outlay-3", "outlay-5"), [journalName]: journal },
      { [snapshotName]: snapshot.replace("outlay-3", "outlay-2"), [journalName]: journal },
      { [snapshotName]: snapshot.replace("bank.csv", "bank.tsv"), [journalName]: journal },
      { [snapshotName]: snapshot, [journalName]: journal.replace("bank.csv", "bank.tsv") },
    ];
    for (const files of changed) {
      const folder = await folderWith(files);
      await expect(openTestStore({ folder, own: false, clock })).rejects.toThrow(DataDamaged);
    }
  });
});
