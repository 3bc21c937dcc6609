import { cp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { highest, median } from "../lib/statistics.ts";
import { isInstalled } from "../lib/programs.ts";
import { runOutlay, timeProgram } from "../lib/run-program.ts";
import { hledgerRules, writeBankFile } from "./bank-file.ts";

export interface Importing {
  count: number;
  /** Medians. */
  outlaySeconds: number;
  againSeconds: number;
  hledgerSeconds: number | undefined;
  /** The ratio of neighbouring runs. */
  ratio: number | undefined;
  /** The most memory that a run needed. */
  peakMib: number;
  againPeakMib: number;
  /**
   * The memory that the imported expenses take: that of a command that reads all, less that of one
   * that reads none.
   */
  recordsMib: number;
}

/** hledger gets at most this many rows, because it takes some minutes for a million. */
const mostForHledger = 100_000;

/**
 * Imports a file of this many rows into an empty account and reads it with hledger, alternately.
 * @param empty a home with an account and no expenses
 */
export async function measureImporting(
  root: string,
  empty: string,
  count: number,
  runs: number,
): Promise<Importing> {
  const path = join(root, `${count}.csv`);
  const home = join(root, "home");
  await writeBankFile(path, count);
  await writeFile(`${path}.rules`, hledgerRules);
  const hasHledger = count <= mostForHledger && (await isInstalled("hledger"));
  const importing = () => runOutlay(home, ["import", path, "--yes", "--no-input", "--json"]);

  const pairs: { outlay: number; hledger: number | undefined; peakMib: number }[] = [];
  for (let run = 0; run < runs; run += 1) {
    await rm(home, { recursive: true, force: true });
    await cp(empty, home, { recursive: true });
    const { seconds, peakMib } = await importing();
    const hledger = hasHledger
      ? await timeProgram({ command: "hledger", args: ["-f", path, "print"] })
      : undefined;
    pairs.push({ outlay: seconds, hledger, peakMib });
  }
  const again = await importing();
  const full = await runOutlay(home, ["list", "--sort=-amount", "-n", "1", "--quiet"]);
  const none = await runOutlay(empty, ["list", "--quiet"]);
  await rm(path);

  const hledger = pairs.flatMap((pair) => pair.hledger ?? []);
  const ratios = pairs.flatMap((pair) =>
    pair.hledger === undefined ? [] : [pair.outlay / pair.hledger],
  );
  return {
    count,
    outlaySeconds: median(pairs.map(({ outlay }) => outlay)),
    againSeconds: again.seconds,
    hledgerSeconds: hledger.length > 0 ? median(hledger) : undefined,
    ratio: ratios.length > 0 ? median(ratios) : undefined,
    peakMib: highest(pairs.map(({ peakMib }) => peakMib)),
    againPeakMib: again.peakMib,
    recordsMib: full.peakMib - none.peakMib,
  };
}
