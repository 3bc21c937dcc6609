import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ownIdentity, type ProcessIdentity } from "../locks/process-identity.ts";

export const lockName = "writer";

/** The number of a process that has ended. */
export async function deadPid(): Promise<number> {
  const child = spawn(process.execPath, ["-e", "0"]);
  await once(child, "close");
  return child.pid ?? 0;
}

/** Writes a lock of another process. */
export async function writeLock(
  folder: string,
  number: number,
  identity: Partial<ProcessIdentity>,
) {
  const owner = { ...ownIdentity(), host: "a-machine", label: "other", ...identity };
  const path = join(folder, `${lockName}.${number}.lock`);
  await writeFile(path, JSON.stringify({ url: "http://127.0.0.1:8000", ...owner }));
}
