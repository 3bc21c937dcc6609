import { userInfo } from "node:os";
import type { Environment } from "./paths.ts";

/** The name that the system knows the user by; in a container it may know none. */
export function usernameInSystem(env: Environment): string {
  try {
    return userInfo().username;
  } catch {
    return env["USER"] || "me";
  }
}
