/**
 * Kills servers while they write, and checks the next ones against the acknowledged answers. The operating
 * system keeps a killed process's writes, so this test can't show that they also reached the disk.
 */
import { randomInt } from "node:crypto";
import { describe, expect, it } from "vitest";
import { atAnyTime, type Moment, whileFolding, whileLeaving } from "./moments.ts";
import { branch, type Random, randomFrom } from "./random.ts";
import { Trial } from "./trial.ts";

const { OUTLAY_CRASH_ROUNDS, OUTLAY_CRASH_SEED } = process.env;
const allRounds = Number(OUTLAY_CRASH_ROUNDS ?? 10);
const seed = Number(OUTLAY_CRASH_SEED ?? randomInt(1_000_000));

/** Folders of different sizes: the more there is in a folder, the less often it is folded. */
const roundsPerFolder = 10;

const folders = Array.from({ length: Math.ceil(allRounds / roundsPerFolder) }, (_, index) => ({
  folder: index + 1,
  rounds: Math.min(roundsPerFolder, allRounds - index * roundsPerFolder),
}));

const momentOf = (round: number, random: Random): Moment =>
  round % 2 === 0 ? whileFolding : random.pick([atAnyTime, atAnyTime, atAnyTime, whileLeaving]);

/** Returns how many rounds ended while the server was folding. @throws Error with the way to repeat the run */
async function crashRepeatedly(folder: number, rounds: number): Promise<number> {
  const random = randomFrom(seed + folder);
  const trial = await Trial.inNewFolder(branch(random));
  let round = 0;
  let whileItFolded = 0;
  try {
    for (; round < rounds; round += 1) {
      const wasFolding = await trial.crash(await trial.start(), momentOf(round, random));
      if (wasFolding) whileItFolded += 1;
    }
    const last = await trial.start();
    expect(await last.stop()).toBe(0);
    await trial.start();
    return whileItFolded;
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    const where = `OUTLAY_CRASH_SEED=${seed}, folder ${folder}, round ${round + 1}`;
    throw new Error(`${what}\n(${where})`, { cause: error });
  }
}

describe("a server that is killed while it writes", () => {
  it.each(folders)(
    "is followed by one with everything that was acknowledged, in folder $folder",
    async ({ folder, rounds }) => {
      const whileItFolded = await crashRepeatedly(folder, rounds);
      // Otherwise the test would not have covered folding.
      expect(whileItFolded).toBeGreaterThanOrEqual(Math.floor(rounds / 4));
    },
  );
});
