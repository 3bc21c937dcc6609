/** The moments at which a server is killed while it is being written to. */
import { setTimeout } from "node:timers/promises";
import { filesIn, foldingStep, Step } from "./folding.ts";
import type { Random } from "./random.ts";
import type { Victim } from "./victim.ts";

export interface Scene {
  victim: Victim;
  dataFolder: string;
  random: Random;
}

/** Fulfilled when the moment has come, or the server has stopped. */
export type Moment = (scene: Scene) => Promise<void>;

const longestDelayMs = 300;
const longestStepMs = 4;
const patienceMs = 60_000;

export const atAnyTime: Moment = async ({ random }) => {
  await setTimeout(random.below(longestDelayMs));
};

/** @throws Error if nothing is folded */
export const whileFolding: Moment = async ({ victim, dataFolder, random }) => {
  const endMs = Date.now() + patienceMs;
  let idle = filesIn(dataFolder);
  let lastStep: Step = Step.none;
  while (!victim.hasEnded) {
    await setTimeout(1);
    const files = filesIn(dataFolder);
    const step = foldingStep(idle, files);
    // Each remaining step is equally likely, and the last one is certain.
    const isChosen = step > lastStep && random.below(Step.snapshotReplaced - step + 1) === 0;
    if (isChosen) {
      await setTimeout(random.below(longestStepMs));
      // If the step ended too soon, the next one is used.
      if (foldingStep(idle, filesIn(dataFolder)) !== Step.none) return;
    }
    if (step === Step.none) idle = files;
    if (Date.now() > endMs) throw new Error(`nothing was folded in ${patienceMs} ms of writing`);
    lastStep = step;
  }
};

/** The server was told to stop, and folds once more. */
export const whileLeaving: Moment = async (scene) => {
  await atAnyTime(scene);
  await Promise.race([scene.victim.stop(), whileFolding(scene)]);
};
