/** An import that is running and may be killed. */
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync } from "node:fs";
import { join } from "node:path";
import { type Ended, environment, outlay, root } from "../program.ts";

export interface Importing {
  pid: number | undefined;
  /** The folder of its temporary files. */
  temporary: string;
  /** Everything it has written to stdout so far. */
  output: () => string;
  hasEnded: () => boolean;
  /** Fulfilled when it has ended in any way; the code is null if it was killed. */
  ended: Promise<Ended>;
  kill: () => void;
}

export type Variables = Record<string, string>;

/** @param home also contains the files that a killed import leaves behind */
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
  /** Each expense as it is listed, except its id and the time it was recorded. */
  expenses: string[];
  /** The number of expenses in each batch. */
  batches: number[];
}

/** The properties of the records that don't depend on how they were imported. */
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
