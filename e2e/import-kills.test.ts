/** Imports that are killed, or lose their server, and are run again until they succeed. */
import { randomInt } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { register } from "./crash/api.ts";
import { branch, type Random, randomFrom } from "./crash/random.ts";
import { bankFile } from "./imports/bank-file.ts";
import { endState, startImport, type Variables } from "./imports/importing.ts";
import {
  dataBytes,
  type Moment,
  whileLeaving,
  whilePlanning,
  whileStarting,
  whileStoring,
} from "./imports/moments.ts";
import { newFolder, outlay, serve } from "./program.ts";

const { OUTLAY_CRASH_SEED, OUTLAY_LONG_TESTS } = process.env;
const seed = Number(OUTLAY_CRASH_SEED ?? randomInt(1_000_000));
const rowCount = 12_000;

/** Each uses a folder of its own, and six of its imports are killed. */
const folders = Array.from({ length: OUTLAY_LONG_TESTS ? 10 : 1 }, (_, index) => index + 1);
const serverKills = Array.from({ length: OUTLAY_LONG_TESTS ? 10 : 1 }, (_, index) => index + 1);

const momentsInFolder: readonly Moment[] = [
  whileStarting,
  whilePlanning,
  whileStoring,
  whileStarting,
  whileStoring,
  whileLeaving,
];

/** A folder with a bank's file and an expense that was recorded before. */
async function newHome(): Promise<{ home: string; file: string }> {
  const home = await newFolder();
  const file = join(home, "bank.csv");
  await writeFile(file, bankFile(rowCount));
  return { home, file };
}

/** @throws Error with the way to repeat the run */
async function withSeed<Result>(number: number, run: (random: Random) => Promise<Result>) {
  try {
    return await run(randomFrom(seed + number));
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    throw new Error(`${what}\n(OUTLAY_CRASH_SEED=${seed}, number ${number})`, { cause: error });
  }
}

/** Runs the import again, as people do; it succeeds at once, because nothing blocks it. */
async function importAgain(
  home: string,
  file: string,
  read = rowCount,
  env: Variables = {},
): Promise<void> {
  const { code, stdout, stderr } = await outlay(home, ["import", file, "--json"], { env });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(JSON.parse(stdout)).toMatchObject({ read, ignored: [], rejected: [] });
}

async function importUndisturbed() {
  const { home, file } = await newHome();
  await importAgain(home, file);
  return endState(home);
}

let undisturbed: ReturnType<typeof importUndisturbed> | undefined;

/** Compared as a whole, since a list of all differences would be as long as the file. */
async function expectUndisturbed(home: string, env: Variables = {}): Promise<void> {
  const { expenses, batches } = await endState(home, env);
  const wanted = await (undisturbed ??= importUndisturbed());
  expect(batches).toEqual([rowCount]);
  expect(expenses).toHaveLength(rowCount);
  const odd = expenses.filter((expense, index) => expense !== wanted.expenses[index]);
  expect(odd.slice(0, 3)).toEqual([]);
}

describe("an import that is killed", () => {
  it.each(folders)("again and again is completed by the next one, in folder %i", (number) =>
    withSeed(number, async (random) => {
      const { home, file } = await newHome();
      await outlay(home, ["list"]);
      const dataFolder = join(home, "data");
      let killed = 0;
      let hadStored = 0;
      for (const moment of momentsInFolder) {
        const before = dataBytes(dataFolder);
        const importing = startImport(home, file);
        await moment({ importing, dataFolder, random: branch(random) });
        importing.kill();
        const { code } = await importing.ended;
        if (code === null) killed += 1;
        if (code === null && dataBytes(dataFolder) > before) hadStored += 1;
      }
      // Otherwise the test would not have covered kills: an import or two may have finished just before.
      expect(killed).toBeGreaterThanOrEqual(4);
      expect(hadStored).toBeGreaterThanOrEqual(1);

      await importAgain(home, file);
      await expectUndisturbed(home);
    }),
  );
});

describe("the categories of an import that is killed", () => {
  it("are the same as without the kill, however much was stored", () =>
    withSeed(3000, async (random) => {
      const [undisturbedHome, home] = [await newFolder(), await newFolder()];
      // Merchants have a category in the first rows, and none in later ones.
      const file = join(home, "bank.csv");
      const count = rowCount / 2;
      await writeFile(file, bankFile(count, count - 1000));
      await importAgain(undisturbedHome, file, count);
      const wanted = await endState(undisturbedHome);

      await outlay(home, ["list"]);
      const importing = startImport(home, file);
      await whileStoring({ importing, dataFolder: join(home, "data"), random });
      importing.kill();
      expect(await importing.ended).toMatchObject({ code: null });
      await importAgain(home, file, count);

      const { expenses } = await endState(home);
      expect(expenses.filter((one, index) => one !== wanted.expenses[index]).slice(0, 2)).toEqual(
        [],
      );
    }));
});

describe("an import whose server is killed", () => {
  it.each(serverKills)("ends with 7, and is completed by the next one, time %i", (number) =>
    withSeed(1000 + number, async (random) => {
      const { home, file } = await newHome();
      const serverHome = await newFolder();
      const server = await serve(serverHome);
      const env = { OUTLAY_SERVER: server.url, OUTLAY_TOKEN: await register(server.url) };
      const importing = startImport(home, file, env);
      await whileStoring({ importing, dataFolder: join(serverHome, "data"), random });
      await server.stop("SIGKILL");

      const { code, stdout, stderr } = await importing.ended;
      expect({ code, stdout }).toEqual({ code: 7, stdout: "" });
      // A server that is killed is hit either in the middle of an answer or between requests.
      expect(stderr).toMatch(
        /^outlay: (http:\/\/127\.0\.0\.1:\d+ can't be reached|The connection to http:\/\/127\.0\.0\.1:\d+ was interrupted)/,
      );

      const again = { ...env, OUTLAY_SERVER: (await serve(serverHome)).url };
      await importAgain(home, file, rowCount, again);
      await expectUndisturbed(home, again);
    }),
  );

  it.runIf(OUTLAY_LONG_TESTS)("on this machine is completed by itself, or by the next one", () =>
    withSeed(2000, async (random) => {
      const { home, file } = await newHome();
      const server = await serve(home);
      await outlay(home, ["list"]);
      const importing = startImport(home, file);
      await whileStoring({ importing, dataFolder: join(home, "data"), random });
      await server.stop("SIGKILL");

      expect((await importing.ended).code).toBeOneOf([0, 7]);
      await importAgain(home, file);
      await expectUndisturbed(home);
    }),
  );
});
