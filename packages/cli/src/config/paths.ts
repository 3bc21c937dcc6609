import { homedir } from "node:os";
import { join } from "node:path";

export type Environment = Readonly<Record<string, string | undefined>>;

/** Where settings and tokens are kept (contract 2). */
export function configFolder(env: Environment, platform: NodeJS.Platform): string {
  if (env["OUTLAY_HOME"]) return env["OUTLAY_HOME"];
  const base =
    platform === "win32"
      ? env["APPDATA"] || join(homedir(), "AppData", "Roaming")
      : env["XDG_CONFIG_HOME"] || join(homedir(), ".config");
  return join(base, "outlay");
}
