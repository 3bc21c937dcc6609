/** A bank's file is private: however an import ends, nothing of it stays in the temporary folder. */
import { spawn } from "node:child_process";
import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { environment, newFolder, root } from "./program.ts";

const program = join(root, "packages/cli/bin/outlay.cjs");

it.each([["SIGINT"], ["SIGTERM"], ["SIGHUP"], ["SIGKILL"]] as const)(
  "an import that %s ends leaves no copy behind",
  async (signal) => {
    const home = await newFolder();
    const temporary = join(home, "temporary");
    await mkdir(temporary);
    const child = spawn(process.execPath, [program, "import", "-"], {
      env: environment(home, { TMPDIR: temporary }),
      stdio: ["pipe", "ignore", "ignore"],
    });
    const ended = new Promise((resolve) => child.on("close", (_, by) => resolve(by)));
    // More than a pipe holds: when everything has been sent, most of it has arrived.
    const text = `Date,Description,Amount\n${"x".repeat(1_000_000)}\n`;
    await new Promise((resolve) => child.stdin.write(text, resolve));
    child.kill(signal);
    expect(await ended).toBe(signal);
    expect(await readdir(temporary)).toEqual([]);
  },
);
