/** An import that is under way and may be killed. */
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync } from "node:fs";
import { join } from "node:path";
import { type Ended, environment, outlay, root } from "../program.ts";

export interface Importing {
  pid: number | undefined;
  /** Where it keeps what it needs for a while. */
  temporary: string;
  /** All that it has written on stdout so far. */
  output: () => string;
  hasEnded: () => boolean;
  /** Fulfilled when it has ended, by itself or not; the code is null for what was killed. */
  ended: Promise<Ended>;
  kill: () => void;
}

export type Variables = Record<string, string>;

/** @param home what a killed import leaves behind is in there, too */
export function startImport(home: string, file: string, env: Variables = {}): Importing {
  mkdirSync(home, { recursive: true });
  const temporary = mkdtempSync(join(home, "temporary-"));
  const program = join(root, "packages/cli/bin/outlay.cjs");
  const child = spawn(process.execPath, [program, "import", file], {
    env: environment(home, { TMPDIR: temporary, ...env }),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let stdout = "";
  let stderr = "";
  let isOver = false;
  child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      isOver = true;
      resolve({ code, stdout, stderr });
    });
  });
  return {
    pid: child.pid,
    temporary,
    output: () => stdout,
    hasEnded: () => isOver,
    ended,
    kill: () => void child.kill("SIGKILL"),
  };
}

interface EndState {
  /** Each expense as it is told, but for its id and when it was recorded. */
  expenses: string[];
  /** How many expenses each batch has. */
  batches: number[];
}

/** What of the records doesn't depend on how they came to be there. */
export async function endState(home: string, env: Variables = {}): Promise<EndState> {
  const all = await outlay(home, ["list", "--all", "--json"], { env });
  const imports = await outlay(home, ["import", "list", "--json"], { env });
  const own = new Set(["id", "created_at", "updated_at"]);
  return {
    expenses: (JSON.parse(all.stdout) as object[])
      .map((one) => JSON.stringify(Object.entries(one).filter(([name]) => !own.has(name))))
      .toSorted(),
    batches: (JSON.parse(imports.stdout) as { created: number }[]).map(({ created }) => created),
  };
}
