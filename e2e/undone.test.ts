import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { environment, newFolder, outlayProgram, runProgram } from "./program.ts";

it("a command that waits forever fails, and says so", async () => {
  const home = await newFolder();
  const never = join(home, "never.cjs");
  await writeFile(never, 'require("node:fs/promises").readdir = () => new Promise(() => {});');
  const ended = await runProgram(process.execPath, ["--require", never, outlayProgram, "list"], {
    env: environment(home),
  });
  expect(ended).toEqual({
    code: 1,
    stdout: "",
    stderr: "outlay: Stopped before finishing. This is a bug in Outlay.\n",
  });
});
