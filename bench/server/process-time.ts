import { readFile } from "node:fs/promises";

/** What the kernel counts a process's time in. */
const ticksPerSecond = 100;

/** How long a process has kept processors busy so far, in seconds; NaN where the system doesn't say so. */
export async function processSeconds(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  // Behind the name, which may have spaces in it: fields 3 and so on of proc(5).
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}
