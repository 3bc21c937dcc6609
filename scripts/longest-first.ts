import { BaseSequencer, type TestSpecification } from "vitest/node";

/** What starts programs, line after line; whatever is begun late, all else waits for. */
const longest = "/e2e/transcripts.test.ts";

const rankOf = ({ moduleId }: TestSpecification): number => {
  if (moduleId.endsWith(longest)) return 0;
  return moduleId.includes("/e2e/") ? 1 : 2;
};

/** Begins with the test files that take long, so that no worker is left with one of them at the end. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // oxlint-disable-next-line unicorn/no-array-sort -- it is no array
    const sorted = await super.sort(files);
    return sorted.toSorted((one, other) => rankOf(one) - rankOf(other));
  }
}
