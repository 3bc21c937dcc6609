/** The moments at which an import or its server is killed, detected by visible progress. */
import { readdirSync, readlinkSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { Random } from "../crash/random.ts";
import type { Importing } from "./importing.ts";

interface Scene {
  importing: Importing;
  dataFolder: string;
  random: Random;
}

/** Fulfilled when the moment has come, or the import has ended. */
export type Moment = (scene: Scene) => Promise<void>;

/** The program starts and connects with less than this. */
const longestStartMs = 400;
const longestStepMs = 30;
/** The plan is longer than this. */
const longestPlanBytes = 2_000_000;
/** Two calls of an import add at least this much, and an import makes five. */
const longestAddedBytes = 1_000_000;

const sizeOf = (path: string) => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

/** The size of the recorded data. */
export function dataBytes(dataFolder: string): number {
  const names = readdirSync(dataFolder).filter((name) => /^(journal\.|outlay\.json$)/.test(name));
  return names.reduce((sum, name) => sum + sizeOf(join(dataFolder, name)), 0);
}

/** The size of the longest unnamed file that it has open, on systems that tell. */
function planBytes({ pid, temporary }: Importing): number {
  const folder = `/proc/${pid}/fd`;
  try {
    const open = readdirSync(folder).map((name) => join(folder, name));
    const own = open.filter((path) => readlinkSync(path).startsWith(temporary));
    return Math.max(0, ...own.map(sizeOf));
  } catch {
    // It has ended, or closed a file meanwhile; or there is no such folder.
    return 0;
  }
}

/** Waits until a condition is met, and a random number of milliseconds longer. */
async function sight({ importing, random }: Scene, isSeen: () => boolean): Promise<void> {
  while (!isSeen()) {
    if (importing.hasEnded()) return;
    await setTimeout(1);
  }
  await setTimeout(random.below(longestStepMs));
}

export const whileStarting: Moment = async ({ random }) => {
  await setTimeout(random.below(longestStartMs));
};

export const whilePlanning: Moment = (scene) => {
  // On other systems any moment has to do.
  if (process.platform !== "linux") return whileStarting(scene);
  const leastBytes = scene.random.below(longestPlanBytes);
  return sight(scene, () => planBytes(scene.importing) > leastBytes);
};

export const whileStoring: Moment = (scene) => {
  const { dataFolder, random } = scene;
  const leastBytes = dataBytes(dataFolder) + random.below(longestAddedBytes);
  return sight(scene, () => dataBytes(dataFolder) > leastBytes);
};

/** Everything is stored; only the exit remains. */
export const whileLeaving: Moment = (scene) =>
  sight(scene, () => scene.importing.output().includes("Imported"));
