import { spawn } from "node:child_process";

/** The first line of what a program says of its version; undefined where it isn't installed. */
export const versionOf = (program: string): Promise<string | undefined> =>
  new Promise((resolve) => {
    const child = spawn(program, ["--version"], { stdio: ["ignore", "pipe", "ignore"] });
    let said = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => (said += text));
    child.on("error", () => resolve(undefined));
    // Not by its exit code: wrk tells its version and ends with 1.
    child.on("close", () => resolve(said.split("\n")[0]?.trim()));
  });

export const isInstalled = async (program: string): Promise<boolean> =>
  (await versionOf(program)) !== undefined;
