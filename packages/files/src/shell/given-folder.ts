import { homedir } from "node:os";
import { isAbsolute, join, resolve } from "node:path";

/** A folder that a variable of the environment names in a way that could mean any. */
export class UnclearFolder extends Error {
  constructor(variable: string, value: string) {
    super(
      `${variable} "${value}" is not an absolute path: it would name another folder wherever a command is run. ` +
        `Write the whole path: ${variable}=${value.startsWith("~") ? "/home/ada/outlay" : resolve(value)}`,
    );
    this.name = "UnclearFolder";
  }
}

/**
 * A path with `~/` as the user's folder, also where no shell has read it: in quotes, in crontabs and in units of
 * systemd.
 */
export const atHome = (path: string, home = homedir()): string =>
  /^~(?=$|[/\\])/.test(path) ? join(home, path.slice(1)) : path;

/** The folder that a variable names. @throws UnclearFolder for a path from wherever one stands */
export function givenFolder(variable: string, value: string, home = homedir()): string {
  const whole = atHome(value, home);
  if (isAbsolute(whole)) return whole;
  throw new UnclearFolder(variable, value);
}
