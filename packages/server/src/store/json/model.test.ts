/**
 * A store agrees with its plain model whatever is done to it, in any order: restarted, crashed or failing.
 */
import fc from "fast-check";
import { it } from "vitest";
import { newFolder } from "@outlay/testing";
import { firstUsers, storeCall } from "../../testing/model/store-calls.ts";
import { StoreTrial, type TrialStep } from "../../testing/model/store-trial.ts";

const runs = process.env["OUTLAY_LONG_TESTS"] ? 1000 : 30;

const calls = fc.array(storeCall, { minLength: 1, maxLength: 4 });

const step: fc.Arbitrary<TrialStep> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ kind: fc.constant("calls" as const), calls }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("fault" as const),
      faultyStep: fc.integer({ min: 0, max: 25 }),
      calls,
    }),
  },
  { weight: 1, arbitrary: fc.constant<TrialStep>({ kind: "reopen" }) },
  { weight: 1, arbitrary: fc.constant<TrialStep>({ kind: "crash" }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("days" as const),
      days: fc.constantFrom(1, 20, 31),
    }),
  },
);

/**
 * The way in which the folder is used: by its owner alone, or by several that take turns; folded
 * often, or never.
 */
const use = fc.record({
  own: fc.boolean(),
  foldLimits: fc.constantFrom(
    { minJournalBytes: 700, smallDataBytes: 0 },
    { minJournalBytes: 1e9, smallDataBytes: 0 },
    { minJournalBytes: 700, smallDataBytes: 1e9 },
  ),
});

it("a store agrees with its model after every step", { timeout: 3_600_000 }, async () => {
  const steps = fc.array(step, { maxLength: 40, size: "max" });
  await fc.assert(
    fc.asyncProperty(use, steps, async (useOfFolder, taken) => {
      const trial = new StoreTrial(useOfFolder);
      await trial.open(await newFolder());
      await trial.addUsers(firstUsers);
      try {
        for (const each of taken) await trial.take(each);
      } finally {
        await trial.close();
      }
    }),
    { numRuns: runs },
  );
});
