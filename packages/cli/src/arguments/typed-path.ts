import { homedir } from "node:os";
import { join } from "node:path";

/**
 * Reads a path typed as an answer, which no shell has expanded: `~/Downloads/giro.csv`, or a path in the
 * quotes that a terminal adds when a file is dragged into it.
 * @param home the user's folder; by default the operating system's
 */
export function typedPath(answer: string, home = homedir()): string {
  const path = answer.trim().replace(/^(["'])(.*)\1$/s, "$2");
  return /^~(?=[/\\])/.test(path) ? join(home, path.slice(1)) : path;
}
