/** An account is copied once, wherever copying is cut off, and however often it is repeated. */
import { expect, it } from "vitest";
import { readCopy } from "../packages/cli/src/testing/scripts/copy-command.ts";
import { typeLine } from "../packages/cli/src/testing/type-line.ts";
import { faultyProxy } from "./faulty-proxy.ts";
import { newFolder, serve } from "./program.ts";
import { password } from "./sessions.ts";

/** The parts of records that copying keeps. */
const lasting = ({ import_id, ...record }: Wire) => ({
  ...record,
  id: 0,
  created_at: "",
  updated_at: "",
  external_id: "",
  isImported: import_id != null,
});
type Wire = Record<string, unknown>;

async function household() {
  const home = await newFolder();
  const server = await serve(await newFolder());
  const proxy = await faultyProxy(server.url);
  const type = (line: string, input?: string) =>
    typeLine(home, line.split(" "), input === undefined ? {} : { input });
  const done = async (line: string, input?: string) => {
    const typed = await type(line, input);
    expect(typed, line).toMatchObject({ code: 0 });
    return typed.stdout;
  };
  const register = async (profile: string) => {
    const env = { OUTLAY_PASSWORD: password };
    const line = `register --server ${proxy.url} --profile ${profile} -u ${profile}`;
    const typed = await typeLine(home, line.split(" "), { env });
    expect(typed).toMatchObject({ code: 0 });
  };
  const all = async (profile: string) => {
    const [records, budgets, categories] = await Promise.all(
      ["list --all --kind any --json", "budget list --json", "category list --json"].map(
        async (line) => JSON.parse(await done(`--profile ${profile} ${line}`)) as Wire[],
      ),
    );
    return { records: records?.map(lasting), budgets: budgets?.map(lasting), categories };
  };
  const bank = "Date,Amount,Description\n2026-11-05,-12.50,REWE\n2026-11-05,-12.50,REWE\n";
  await done("--profile local category add Housing");
  await done("--profile local category add Rent --parent HOUSING");
  await done("--profile local add 1100 Rent -c rent -d 2026-11-01 --account Giro --note flat");
  await done("--profile local import - --yes", bank);
  await done("--profile local add 20 Zara --refund -c misc -d 2026-11-02");
  await done("--profile local add 500 Savings --transfer --direction in -d 2026-11-02");
  await done("--profile local add 7 Gone -c food");
  await done("--profile local rm 6 --yes");
  await done("--profile local budget add 400 Food -c food --rollover both");
  return { proxy, type, done, register, all };
}

/** Records of the first copy, of which those in the trash are none. */
const everything = {
  categories: { copied: 2, there: 0 },
  imports: { copied: 1, there: 0 },
  expenses: { copied: 5, there: 0 },
  budgets: { copied: 1, there: 0 },
};

it("copies everything but the trash, as it is, and nothing a second time", async () => {
  const { done, register, all } = await household();
  await register("ada");
  const first = readCopy(await done("copy-to ada --from local --json"));
  expect(first).toMatchObject(everything);
  const before = await all("local");
  // A rolling budget gets the day on which it was set, since nothing is carried over from before.
  const budgets = before.budgets?.map((budget) => ({ ...budget, starts: "2026-11-22" }));
  expect(await all("ada")).toEqual({
    records: expect.arrayContaining(before.records ?? []) as unknown,
    budgets,
    categories: before.categories,
  });
  await done("--profile local add 3 Later -c food");
  const again = readCopy(await done("copy-to ada --from local --json"));
  expect(again).toMatchObject({
    categories: { copied: 0, there: 2 },
    imports: { copied: 0, there: 1 },
    expenses: { copied: 1, there: 5 },
    budgets: { copied: 0, there: 1 },
  });
});

it("copies back only what is new, and on to a third account under the same ids", async () => {
  const { done, register, all } = await household();
  await register("ada");
  await register("grace");
  await done("copy-to ada --from local");
  await done("--profile ada add 3 Later -c food");
  const back = readCopy(await done("copy-to local --from ada --json"));
  expect(back).toMatchObject({ expenses: { copied: 1, there: 5 }, budgets: { copied: 0 } });
  await done("copy-to grace --from ada");
  const third = readCopy(await done("copy-to grace --from local --json"));
  expect(third).toMatchObject({ expenses: { copied: 0, there: 6 }, budgets: { copied: 0 } });
  const [ada, grace] = [await all("ada"), await all("grace")];
  expect(grace.records?.length).toBe(6);
  expect(grace.budgets).toEqual(ada.budgets);
});

const faults = process.env["OUTLAY_LONG_TESTS"]
  ? (["lost", "refused"] as const)
  : (["lost"] as const);

it.each(faults)("is complete after a run that was %s at any request", async (fault) => {
  const { proxy, type, done, register, all } = await household();
  await register("whole");
  const before = proxy.seen.length;
  await done("copy-to whole --from local");
  const requests = proxy.seen.length - before;
  const whole = await all("whole");
  for (let cut = 0; cut < requests; cut += 1) {
    const profile = `cut-${cut}`;
    await register(profile);
    let count = 0;
    const down = { status: 503, body: '{"detail":"down"}' };
    // From one request on, the server can't be reached or asked any more.
    proxy.onCall = () => {
      if (count === cut) proxy.troubles = [{ fault: fault === "lost" ? "lost" : down, at: /./ }];
      count += 1;
    };
    const first = await type(`copy-to ${profile} --from local`);
    proxy.onCall = undefined;
    proxy.troubles = [];
    expect(first.code, `cut at request ${cut}`).not.toBe(0);
    await done(`copy-to ${profile} --from local`);
    expect(await all(profile), `cut at request ${cut}`).toEqual(whole);
  }
});

it("copies once if two machines copy at the same time", async () => {
  const { type, register, all } = await household();
  await register("ada");
  await register("whole");
  await type("copy-to whole --from local");
  const both = await Promise.all([1, 2].map(() => type("copy-to ada --from local")));
  // One of them may find a category there that it was about to make.
  if (both.some(({ code }) => code !== 0)) await type("copy-to ada --from local");
  expect(await all("ada")).toEqual(await all("whole"));
});

it("refuses an account as its own copy, and names of categories that mean another one", async () => {
  const { type, done, register } = await household();
  await register("ada");
  expect(await type("copy-to ada --from ada")).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("is the account that would be copied") as unknown,
  });
  await done("--profile ada category add rent --key FLAT");
  const refused = await type("copy-to ada --from local");
  expect(refused).toMatchObject({
    code: 6,
    stderr: expect.stringContaining('a category FLAT that is called "Rent"') as unknown,
  });
  expect(JSON.parse(await done("--profile ada list --kind any --json"))).toEqual([]);
});
