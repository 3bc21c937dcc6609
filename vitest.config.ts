import { readFile } from "node:fs/promises";
import { defineConfig, type Plugin } from "vitest/config";

/** A text file's content as its module, as the build has it. */
const textFiles: Plugin = {
  name: "text-files",
  enforce: "pre",
  async load(id) {
    if (!id.endsWith(".txt")) return null;
    return `export default ${JSON.stringify(await readFile(id, "utf8"))};`;
  },
};

export default defineConfig({
  plugins: [textFiles],
  test: {
    include: ["packages/*/src/**/*.test.ts", "e2e/**/*.test.ts"],
    reporters: ["default", "./scripts/summary-reporter.ts"],
    // Most tests wait for programs that they have started.
    maxWorkers: 3,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
