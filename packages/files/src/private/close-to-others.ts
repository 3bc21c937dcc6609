import { chmod, lstat, stat } from "node:fs/promises";
import { commandLine } from "../shell/command-line.ts";
import { errorCode } from "../error-code.ts";
import { isOpenToOthers, modeText } from "./private-mode.ts";

/** A file or folder of Outlay's that nobody but its owner should have rights to. */
export interface PrivatePlace {
  path: string;
  /** Where others may have read a secret, or put another in its place: what to do about it. */
  advice?: string;
}

export interface CloseOptions {
  /** The user; undefined where files have no owners and no modes. */
  uid: number | undefined;
  warn: (message: string) => void;
}

const looked = async (look: () => ReturnType<typeof stat>) => {
  try {
    return await look();
  } catch (error) {
    // Whether it isn't there, or can't be looked at, is told by whoever reads it.
    if (errorCode(error) === undefined) throw error;
    return undefined;
  }
};

/**
 * Takes away the rights that others have to it, and says so. What a link leads to is somebody's to arrange, and a
 * device or a pipe is nobody's: they stay as they are; where that leaves a secret open, it is said.
 */
export async function closeToOthers(
  { path, advice }: PrivatePlace,
  { uid, warn }: CloseOptions,
): Promise<void> {
  if (uid === undefined) return;
  const found = await looked(() => lstat(path));
  const led = found?.isSymbolicLink() ? await looked(() => stat(path)) : found;
  if (!found || !led || !(led.isFile() || led.isDirectory())) return;
  if (!isOpenToOthers(Number(led.mode))) return;
  const wanted = led.isDirectory() ? "700" : "600";
  const mode = modeText(Number(led.mode));
  const line = commandLine("chmod", wanted, path);
  const isSecret = advice !== undefined;
  const isMine = uid === 0 || Number(led.uid) === uid;
  if (!isMine || found.isSymbolicLink()) {
    if (isSecret)
      warn(`${path} is open to other users (mode ${mode}) and was left as it is. Try: ${line}`);
    return;
  }
  try {
    await chmod(path, Number.parseInt(wanted, 8));
    warn(
      `${path} was open to other users (mode ${mode}); changed to ${wanted}.${isSecret ? ` ${advice}` : ""}`,
    );
  } catch (error) {
    const code = errorCode(error);
    if (code === undefined) throw error;
    warn(
      `${path} is open to other users (mode ${mode}), and that can't be changed (${code}). Try: ${line}`,
    );
  }
}
