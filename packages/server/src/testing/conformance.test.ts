import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { testApi } from "./test-api.ts";

interface Step {
  expect?: unknown;
  setup?: boolean;
}

const inProject = (path: string) => fileURLToPath(new URL(`../../../../${path}`, import.meta.url));
const replay = inProject("conformance/replay.mjs");
const scenarios = inProject("conformance/scenarios.json");

/** Everything that a program prints, even if it ends with a failure. */
const outputOf = (args: readonly string[]): Promise<string> =>
  new Promise((resolve) => {
    execFile(process.execPath, args, (error, stdout, stderr) => {
      const ended = error === null ? "" : `${stderr}(ended with ${error.code ?? error.signal})\n`;
      resolve(`${stdout}${ended}`);
    });
  });

it("answers every recorded scenario as the recorded application did", async () => {
  const { url } = await testApi();
  const output = await outputOf([replay, url, scenarios]);
  const recorded = JSON.parse(await readFile(scenarios, "utf8")) as { steps: Step[] }[];
  const counted = recorded
    .flatMap(({ steps }) => steps)
    .filter((step) => step.expect && !step.setup);
  expect(recorded).toHaveLength(263);
  expect(output).toBe(`${counted.length} passed, 0 failed\n`);
});
