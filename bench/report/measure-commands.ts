import { isInstalled } from "../lib/programs.ts";
import { timeOutlay, timeProgram } from "../lib/run-program.ts";
import { median } from "../lib/statistics.ts";

export interface Reporting {
  command: string;
  outlaySeconds: number;
  /** Undefined where ledger isn't installed. */
  ledgerSeconds: number | undefined;
  ratio: number | undefined;
}

/**
 * Measures a command and `ledger bal` alternately over the same expenses.
 * @param journal the file with the expenses
 */
export async function measureCommand(
  home: string,
  journal: string,
  args: readonly string[],
  runs: number,
): Promise<Reporting> {
  const hasLedger = await isInstalled("ledger");
  const pairs: { outlay: number; ledger: number }[] = [];
  for (let run = 0; run < runs; run += 1) {
    const outlay = await timeOutlay(home, args);
    const ledger = hasLedger
      ? await timeProgram({ command: "ledger", args: ["-f", journal, "bal"] })
      : Number.NaN;
    pairs.push({ outlay, ledger });
  }
  return {
    command: `outlay ${args.join(" ")}`,
    outlaySeconds: median(pairs.map(({ outlay }) => outlay)),
    ledgerSeconds: hasLedger ? median(pairs.map(({ ledger }) => ledger)) : undefined,
    ratio: hasLedger ? median(pairs.map(({ outlay, ledger }) => outlay / ledger)) : undefined,
  };
}
