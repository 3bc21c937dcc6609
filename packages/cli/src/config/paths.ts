import { homedir } from "node:os";
import { join } from "node:path";
import { givenFolder, UnclearFolder } from "@outlay/files";
import { usageError } from "../errors/cli-error.ts";

export type Environment = Readonly<Record<string, string | undefined>>;

function outlayHome(value: string): string {
  try {
    return givenFolder("OUTLAY_HOME", value);
  } catch (error) {
    throw error instanceof UnclearFolder ? usageError(error.message) : error;
  }
}

/** The folder of settings and tokens. @throws CliError usage */
export function configFolder(env: Environment, platform: NodeJS.Platform): string {
  if (env["OUTLAY_HOME"]) return outlayHome(env["OUTLAY_HOME"]);
  const base =
    platform === "win32"
      ? env["APPDATA"] || join(homedir(), "AppData", "Roaming")
      : env["XDG_CONFIG_HOME"] || join(homedir(), ".config");
  return join(base, "outlay");
}
