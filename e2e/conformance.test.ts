import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { environment, newFolder, root, runProgram, serve } from "./program.ts";

interface Step {
  expect?: unknown;
  setup?: boolean;
}

const replay = join(root, "conformance/replay.mjs");
const scenarios = join(root, "conformance/scenarios.json");

it("answers every recorded scenario as the recorded application did", async () => {
  const home = await newFolder();
  const { url } = await serve(home);

  const { code, stdout } = await runProgram(process.execPath, [replay, url, scenarios], {
    env: environment(home),
  });

  const recorded = JSON.parse(await readFile(scenarios, "utf8")) as { steps: Step[] }[];
  const counted = recorded
    .flatMap(({ steps }) => steps)
    .filter((step) => step.expect && !step.setup);
  expect(recorded).toHaveLength(263);
  expect(stdout).toBe(`${counted.length} passed, 0 failed\n`);
  expect(code).toBe(0);
}, 180_000);
