import { readFile } from "node:fs/promises";

/** The unit in which the kernel counts a process's time. */
const ticksPerSecond = 100;

/** The processor time of a process so far, in seconds; NaN where the system doesn't report it. */
export async function processSeconds(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  // The fields after the name, which may contain spaces: field 3 and later of proc(5).
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}
