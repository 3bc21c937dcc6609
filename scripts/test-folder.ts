/** The folder for tests: in memory if the machine has space for that, since most tests wait for the disk. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const inMemory = "/dev/shm";
const leastFreeBytes = 2 * 1024 ** 3;

/** Some systems forbid running programs from there, which installation tests do. */
function canStartPrograms(folder: string): boolean {
  const own = mkdtempSync(join(folder, "outlay-test-"));
  try {
    const program = join(own, "program");
    writeFileSync(program, "#!/bin/sh\n", { mode: 0o700 });
    return spawnSync(program).status === 0;
  } finally {
    rmSync(own, { recursive: true });
  }
}

export function testFolder(): string {
  try {
    const { bavail, bsize } = statfsSync(inMemory);
    if (bavail * bsize >= leastFreeBytes && canStartPrograms(inMemory)) return inMemory;
  } catch {
    // The folder doesn't exist, or isn't writable.
  }
  return tmpdir();
}
