/** Rows stored by earlier versions are recognised as already imported, whatever their ids are now. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { earlierId, encodedAs, fixturesFolder } from "@outlay/import/testing";
import { newFolder } from "@outlay/testing";
import { typeLine } from "../../testing/type-line.ts";

/** Bank files, and the external ids that version 0.1.0 first gave their rows. */
const earlierIds = {
  "ing-pl.csv": [
    "row-Ckadosmv1-GjAL_Zf2BANUQItyxJo6WF",
    "row-3z5z6LqU2yxxN-SxjzIq--epQNTWyRAM",
    "row-NIFamIqY8idXFM0pY-g9gdm54ggoeQTa",
  ],
  "rabobank-nl.csv": [
    "row-JWuGEG8ZTweGKz06A9oYAp06QW3UoDDG",
    "row-0y9DhRNStuM_-JHDodL3arr7mITNjhUh",
    "row-f_zzRWH0IC8d-LbpA0rmFzBTbhEcRF9W",
    "row-5gYkJkziGRP84VuxuBvarrrQ92q9xgEY",
  ],
  "csob-cz.csv": [
    "row-HVh_xBb16c-pANSVc3_zJKT5SRjPCmbR",
    "row-unL6ZBVNfc-_PtCun1oySoqz6qukzaPb",
    "row-axG9FpNpqOJJ6VckdgmmI2gzYelcjq28",
    "row-0TOLfvwn-Pcg3jA7DOu_Ry6haOhE-WYr",
  ],
} as const;

interface Counts {
  imported: number;
  duplicates: number;
}

/** Records expenses under external ids, which Outlay's own files contain. */
async function record(home: string, externalIds: readonly string[]): Promise<void> {
  const expenses = externalIds.map((external_id) =>
    JSON.stringify({
      amount: 1,
      description: "earlier",
      category: "FOOD",
      date: "2024-03-01",
      external_id,
    }),
  );
  await typeLine(home, ["import", "-"], { input: expenses.join("\n") });
}

async function countsOf(home: string, args: readonly string[], env = {}): Promise<Counts> {
  const { stdout } = await typeLine(home, ["import", ...args, "--json"], { env });
  const { imported, duplicates } = JSON.parse(stdout) as Counts;
  return { imported, duplicates };
}

describe("a row stored by an earlier version", () => {
  it.each(Object.entries(earlierIds))("is recognised: %s", async (name, ids) => {
    const home = await newFolder();
    await record(home, ids);
    // A row whose expense was removed isn't imported again.
    await typeLine(home, ["rm", "1", "--yes"]);
    const file = join(fixturesFolder, name);
    const allThere = { imported: 0, duplicates: ids.length };
    expect(await countsOf(home, [file, "--dry-run"])).toEqual(allThere);
    expect(await countsOf(home, [file])).toEqual(allThere);
  });

  it.each(Object.entries(earlierIds))(
    "is recognised for a key that may only import: %s",
    async (name, ids) => {
      const home = await newFolder();
      await record(home, ids);
      const key = await typeLine(home, ["key", "create", "cron", "--scope", "import"]);
      const env = { OUTLAY_TOKEN: key.stdout.trim() };
      const allThere = { imported: 0, duplicates: ids.length };
      expect(await countsOf(home, [join(fixturesFolder, name)], env)).toEqual(allThere);
    },
  );

  it("is recognised in a plan, which lists possible earlier ids", async () => {
    const home = await newFolder();
    const plan = join(home, "plan");
    const file = join(fixturesFolder, "csob-cz.csv");
    await typeLine(home, ["import", file, "--dry-run", "--plan", plan]);
    expect(await readFile(plan, "utf8")).toContain('"known_as":["row-');
    await record(home, earlierIds["csob-cz.csv"].slice(1));
    expect(await countsOf(home, ["--apply", plan])).toEqual({ imported: 1, duplicates: 3 });
  });

  it("is recognised if its file was read in another encoding", async () => {
    const home = await newFolder();
    const file = join(await newFolder(), "bank.csv");
    const rows = ["2024-03-01,Žižka Bečvář,-5.00", "2024-03-01,Žižka Bečvář,-5.00"];
    const text = ["Date,Description,Amount", ...rows, ""].join("\n");
    await writeFile(file, encodedAs("windows-1250", text));
    // The ids result from reading the same bytes as windows-1252.
    const facts = { day: "2024-03-01", amountCents: 500, by: { text: "Žižka Beèváø" } };
    await record(home, [earlierId(facts), earlierId(facts, 2)]);
    expect(await countsOf(home, [file])).toEqual({ imported: 0, duplicates: 2 });
  });
});
