import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Test files that start programs one after another; if one begins late, the whole run waits for it. */
const longest = "/e2e/transcripts.test.ts";

const rankOf = ({ moduleId }: TestSpecification): number => {
  if (moduleId.endsWith(longest)) return 0;
  return moduleId.includes("/e2e/") ? 1 : 2;
};

/** Runs the slowest test files first, so that no worker is left with one of them at the end. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // oxlint-disable-next-line unicorn/no-array-sort -- it is no array
    const sorted = await super.sort(files);
    return sorted.toSorted((one, other) => rankOf(one) - rankOf(other));
  }
}
