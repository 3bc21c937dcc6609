import { spawn } from "node:child_process";

/** The first line of a program's version text; undefined where it isn't installed. */
export const versionOf = (program: string): Promise<string | undefined> =>
  new Promise((resolve) => {
    const child = spawn(program, ["--version"], { stdio: ["ignore", "pipe", "ignore"] });
    let said = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => (said += text));
    child.on("error", () => resolve(undefined));
    // The exit code doesn't matter: wrk prints its version and ends with 1.
    child.on("close", () => resolve(said.split("\n")[0]?.trim()));
  });

export const isInstalled = async (program: string): Promise<boolean> =>
  (await versionOf(program)) !== undefined;
