import { chmod, lstat, stat } from "node:fs/promises";
import { commandLine } from "../shell/command-line.ts";
import { errorCode } from "../error-code.ts";
import { isOpenToOthers, modeText } from "./private-mode.ts";

/** A file or folder that only its owner should have access to. */
export interface PrivatePlace {
  path: string;
  /** Advice for a secret that others may have read or replaced. */
  advice?: string;
}

export interface CloseOptions {
  /** The user's id; undefined where files have no owners and no modes. */
  uid: number | undefined;
  warn: (message: string) => void;
}

const looked = async (look: () => ReturnType<typeof stat>) => {
  try {
    return await look();
  } catch (error) {
    // A later read reports that it is missing or can't be looked at.
    if (errorCode(error) === undefined) throw error;
    return undefined;
  }
};

/**
 * Removes other users' access to the place, and says so. The target of a link is for somebody else
 * to arrange, and a device or a pipe belongs to nobody: these stay as they are. Where that leaves a
 * secret open, the message says so.
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
