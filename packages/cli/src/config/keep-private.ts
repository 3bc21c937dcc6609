import { chmod, stat } from "node:fs/promises";
import { join } from "node:path";
import { commandLine, errorCode, isOpenToOthers, modeText } from "@outlay/files";

export interface KeepPrivateOptions {
  /** Where settings and tokens lie. */
  folder: string;
  /** The user; undefined where files have no owners and no modes. */
  uid: number | undefined;
  warn: (message: string) => void;
}

interface Place {
  path: string;
  mode: number;
  /** Where others may have read a secret: what to do about it. */
  advice: string;
}

const stickyBit = 0o1000;

/** Takes away what rights others have, and says so. What isn't there, or can't be looked at, reading it will tell. */
async function close(
  { path, mode: wanted, advice }: Place,
  { uid, warn }: KeepPrivateOptions,
): Promise<void> {
  const stats = await stat(path).catch((error: unknown) => {
    if (errorCode(error) === undefined) throw error;
    return undefined;
  });
  if (!stats || !isOpenToOthers(stats.mode)) return;
  // A folder like /tmp, or one of somebody else, is meant for others too.
  if (stats.isDirectory() && (stats.uid !== uid || (stats.mode & stickyBit) !== 0)) return;
  const rights = `rights to ${path} (${modeText(stats.mode)})`;
  try {
    await chmod(path, wanted);
    warn(`Others had ${rights}; now you alone have (${modeText(wanted)}).${advice}`);
  } catch (error) {
    const code = errorCode(error);
    if (code === undefined) throw error;
    const line = commandLine("chmod", modeText(wanted), path);
    warn(`Others have ${rights}, and they can't be taken away (${code}). Try: ${line}`);
  }
}

/** Keeps settings and tokens to their owner, whoever may have opened them to others. */
export async function keepPrivate(options: KeepPrivateOptions): Promise<void> {
  const { folder, uid } = options;
  if (uid === undefined) return;
  const advice =
    " If somebody may have read it, end the session with outlay logout, and log in again.";
  await close({ path: folder, mode: 0o700, advice: "" }, options);
  await close({ path: join(folder, "config.json"), mode: 0o600, advice: "" }, options);
  await close({ path: join(folder, "credentials.json"), mode: 0o600, advice }, options);
}
