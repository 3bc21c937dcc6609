/** Measures a change if the whole file were written for it, as lowdb alone does. */
import { rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { timedMs } from "../../lib/clock.ts";
import { expenses } from "../records.ts";

/** Without a sync, although the store's own writes are synced. */
export async function timeRewriting(
  folder: string,
  count: number,
  rounds: number,
): Promise<number[]> {
  const data = { expenses: [...expenses(count)] };
  const path = join(folder, "rewritten.json");
  const rewrite = async () => {
    await writeFile(`${path}.new`, JSON.stringify(data));
    await rename(`${path}.new`, path);
  };
  const roundsMs: number[] = [];
  for (let round = 0; round < rounds; round += 1) roundsMs.push(await timedMs(rewrite));
  return roundsMs;
}
