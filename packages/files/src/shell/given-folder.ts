import { homedir } from "node:os";
import { isAbsolute, join, resolve } from "node:path";

/** An environment variable names a folder ambiguously: the path isn't absolute. */
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
 * Expands `~/` to the user's home folder, even where no shell has done so: in quotes, in crontabs
 * and in systemd units.
 */
export const atHome = (path: string, home = homedir()): string =>
  /^~(?=$|[/\\])/.test(path) ? join(home, path.slice(1)) : path;

/**
 * Returns the folder that a variable names.
 * @throws UnclearFolder for a path that depends on the working directory
 */
export function givenFolder(variable: string, value: string, home = homedir()): string {
  const whole = atHome(value, home);
  if (isAbsolute(whole)) return whole;
  throw new UnclearFolder(variable, value);
}
