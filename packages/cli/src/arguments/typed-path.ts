import { homedir } from "node:os";
import { join } from "node:path";

/**
 * A path as people answer with one, where no shell reads it first: `~/Downloads/giro.csv`, or in the quotes
 * that a file comes with when it is dragged into a terminal.
 * @param home the user's folder; else what the system says
 */
export function typedPath(answer: string, home = homedir()): string {
  const path = answer.trim().replace(/^(["'])(.*)\1$/s, "$2");
  return /^~(?=[/\\])/.test(path) ? join(home, path.slice(1)) : path;
}
