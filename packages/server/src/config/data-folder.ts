import { homedir } from "node:os";
import { join } from "node:path";
import { givenFolder } from "@outlay/files";
import type { Environment } from "./config.ts";

/**
 * The data folder unless `OUTLAY_DATA` is set. The client keeps its own data there too.
 * @throws UnclearFolder
 */
export function defaultDataFolder(env: Environment, platform: NodeJS.Platform): string {
  if (env["OUTLAY_HOME"]) return join(givenFolder("OUTLAY_HOME", env["OUTLAY_HOME"]), "data");
  const base =
    platform === "win32"
      ? env["LOCALAPPDATA"] || join(homedir(), "AppData", "Local")
      : env["XDG_DATA_HOME"] || join(homedir(), ".local", "share");
  return join(base, "outlay");
}
