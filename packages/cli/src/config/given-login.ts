import type { Login } from "../api/accounts-api.ts";
import type { Environment } from "./paths.ts";
import { readSecret } from "./secret-variable.ts";

/** Reads `OUTLAY_USERNAME` and `OUTLAY_PASSWORD`. @throws CliError usage, as `readSecret` */
export function readGivenLogin(env: Environment): Login | undefined {
  const username = env["OUTLAY_USERNAME"];
  const password = username ? readSecret(env, "OUTLAY_PASSWORD") : undefined;
  return username && password !== undefined ? { username, password } : undefined;
}
