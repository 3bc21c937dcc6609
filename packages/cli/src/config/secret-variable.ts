import { readFileSync } from "node:fs";
import { errorCode } from "@outlay/files";
import { usageError } from "../errors/cli-error.ts";
import type { Environment } from "./paths.ts";

/**
 * Reads a secret from the environment, or from the file that `NAME_FILE` names.
 * @throws CliError usage for an empty secret or an unreadable file; an empty secret is never returned
 */
export function readSecret(env: Environment, name: string): string | undefined {
  const given = env[name];
  if (given !== undefined) {
    if (given.trim() === "")
      throw usageError(`${name} is set, but empty.`, `Unset ${name}, or give it a value.`);
    return checkedSecret(name, given);
  }
  const file = env[`${name}_FILE`];
  if (file === undefined) return undefined;
  let secret: string;
  try {
    secret = readFileSync(file, "utf8").trim();
  } catch (error) {
    const code = errorCode(error);
    throw usageError(`${name}_FILE names "${file}", which can't be read (${code}).`);
  }
  if (secret === "") throw usageError(`${name}_FILE names "${file}", which is empty.`);
  return checkedSecret(name, secret);
}

/** No secret contains a line break or another control character; one that does was copied wrongly. */
function checkedSecret(name: string, secret: string): string {
  if (!/\p{Cc}/u.test(secret)) return secret;
  throw usageError(`${name} contains a line break or another control character.`);
}
