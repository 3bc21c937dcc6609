import { userInfo } from "node:os";
import type { Environment } from "./paths.ts";

/** The operating system's name for the user; in a container there may be none. */
export function usernameInSystem(env: Environment): string {
  try {
    return userInfo().username;
  } catch {
    return env["USER"] || "me";
  }
}
