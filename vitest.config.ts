import { readFile } from "node:fs/promises";
import { defineConfig, type Plugin } from "vitest/config";
import { LongestFirst } from "./scripts/longest-first.ts";
import { testFolder } from "./scripts/test-folder.ts";

/** Imports a text file's content as a module, as the build does. */
const textFiles: Plugin = {
  name: "text-files",
  enforce: "pre",
  async load(id) {
    if (!id.endsWith(".txt")) return null;
    return `export default ${JSON.stringify(await readFile(id, "utf8"))};`;
  },
};

/**
 * Makes bcrypt as fast as possible: a sixth of the time went into the passwords of accounts that tests
 * create.
 */
const quickPasswords: Plugin = {
  name: "quick-passwords",
  enforce: "pre",
  load: (id) =>
    id.endsWith("/security/work-factor.ts")
      ? "export const workFactor = 5; export const madeWorkFactor = 4;"
      : undefined,
};

export default defineConfig({
  plugins: [textFiles, quickPasswords],
  test: {
    include: ["packages/*/src/**/*.test.ts", "e2e/**/*.test.ts", "tests/*.test.ts"],
    setupFiles: ["packages/server/src/testing/answers/hold-answers.ts"],
    reporters: ["default", "./scripts/summary-reporter.ts"],
    // No test leaves state behind in a module, and reloading everything for each file takes a fifth of the
    // time.
    isolate: false,
    env: { TMPDIR: testFolder() },
    sequence: { sequencer: LongestFirst },
    // Most tests wait for programs that they have started.
    maxWorkers: 3,
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
