import { join } from "node:path";
import { expect, it } from "vitest";
import { environment, newFolder, root, runProgram, serve } from "./program.ts";

const replay = join(root, "conformance/replay.mjs");
const scenarios = join(root, "conformance/scenarios.json");

// The server's own tests replay all scenarios; most of the time goes into hashing the passwords of their
// accounts.
const which = process.env["OUTLAY_LONG_TESTS"] ? "" : "-crud";

it("the built program answers recorded scenarios as the recorded application did", async () => {
  const home = await newFolder();
  // Each scenario creates accounts of its own, far more than one address is normally allowed.
  const { url } = await serve(home, { OUTLAY_RATE_LIMIT: "off" });
  const { code, stdout } = await runProgram(
    process.execPath,
    [replay, `--only=${which}`, url, scenarios],
    { env: environment(home) },
  );
  expect(stdout).toMatch(/^[1-9]\d+ passed, 0 failed\n$/);
  expect(code).toBe(0);
}, 900_000);
