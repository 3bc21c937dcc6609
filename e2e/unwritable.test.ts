/** Commands on a disk that is full or read-only. */
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import {
  type Ended,
  environment,
  newFolder,
  outlay,
  outlayProgram,
  runProgram,
} from "./program.ts";

/** Runs `outlay` without space for a single byte. */
const outlayWithoutRoom = (home: string, args: readonly string[]): Promise<Ended> =>
  runProgram(
    "bash",
    ["-c", 'ulimit -f 0; exec "$@"', "-", process.execPath, outlayProgram, ...args],
    {
      // The recorder of the servers' answers writes to a file, so it is switched off.
      env: environment(home, { NODE_OPTIONS: "" }),
    },
  );

it("a command can read if neither a key nor a session can be stored, and its change is refused", async () => {
  const home = await newFolder();
  await outlay(home, ["add", "12.50", "Lunch", "-c", "food"]);
  await rm(join(home, "data", "jwt-secret"));
  const listed = await outlayWithoutRoom(home, ["list", "--json"]);
  expect(listed).toMatchObject({ code: 0, stderr: "" });
  expect(listed.stdout).toContain('"description":"Lunch"');
  const refused = await outlayWithoutRoom(home, ["add", "2.00", "Tea", "-c", "food"]);
  expect(refused).toMatchObject({ code: 7, stdout: "" });
  expect(refused.stderr).toContain("The disk is full; nothing was stored.");
});
