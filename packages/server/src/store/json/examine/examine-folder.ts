import {
  checkDataFolder,
  commandLine,
  errorCode,
  modeText,
  replaceableAbove,
  UnfitFolder,
} from "@outlay/files";
import { type Check, checkOf } from "@outlay/shared";
import type { ExamineOptions } from "./examine-options.ts";

const { ok, note, fault } = checkOf("folder");

const privateMode = "700";

interface Owned {
  uid: number;
  mode: number;
}

function faultsOf(folder: string, uid: number, found: Owned): Check[] {
  const checks: Check[] = [];
  if (found.uid !== uid && uid === 0) {
    const message = `${folder} belongs to user ${found.uid}, and you are root.`;
    checks.push(
      note(
        message,
        "Files that you create there belong to its owner, too. There is nothing to do.",
      ),
    );
  } else if (found.uid !== uid) {
    const line = commandLine("sudo", "chown", "-R", String(uid), folder);
    const message = `${folder} belongs to user ${found.uid}, not to you.`;
    checks.push(fault(message, `If it should be yours, take it over with: ${line}`));
  }
  if (modeText(found.mode) !== privateMode) {
    const line = commandLine("chmod", privateMode, folder);
    const message = `${folder} has the mode ${modeText(found.mode)}, which should be ${privateMode}.`;
    checks.push(fault(message, `Close it with: ${line}`));
  }
  return checks;
}

function refusal(folder: string, code: string): Check {
  if (code === "ENOENT") {
    return note(
      `Nothing has been recorded yet; ${folder} doesn't exist.`,
      'The first command creates it: outlay add 12.50 "Lunch" -c food',
    );
  }
  return code === "ENOTDIR"
    ? fault(`${folder} is not a folder.`, "Move it away, or set OUTLAY_DATA to a folder.")
    : fault(
        `${folder} can't be read (${code}).`,
        "See who owns it and the folders above it, or set OUTLAY_DATA to another folder.",
      );
}

/**
 * A fault for a folder that can't be Outlay's, whatever is in it. Its owner is checked separately.
 */
async function unfit(folder: string): Promise<Check[]> {
  try {
    await checkDataFolder(folder, undefined);
    return [];
  } catch (error) {
    if (!(error instanceof UnfitFolder)) throw error;
    return [fault(error.message, "Set OUTLAY_DATA to a folder that only Outlay uses.")];
  }
}

/** A note if others can replace the folder, whatever its own mode is. */
async function replaceable(folder: string): Promise<Check[]> {
  const above = await replaceableAbove(folder);
  if (!above) return [];
  const { path, mode } = above;
  const message = `Other users can replace ${folder}, because they may write in ${path} (mode ${mode}).`;
  return [note(message, `Prevent that with: ${commandLine("chmod", "go-w", path)}`)];
}

/** Checks that the folder exists and only the user has access to it. */
export async function examineFolder({
  folder,
  fs,
  uid,
}: ExamineOptions): Promise<{ checks: Check[]; isReadable: boolean }> {
  let faults: Check[] = [];
  try {
    const stats = await fs.stat(folder);
    const checks = stats.isDirectory() ? await unfit(folder) : [];
    if (checks.length > 0) return { checks, isReadable: false };
    if (uid !== undefined && stats.isDirectory()) faults = faultsOf(folder, uid, stats);
    await fs.readdir(folder);
  } catch (error) {
    const code = errorCode(error);
    if (code === undefined) throw error;
    // The faults of the folder already say why it can't be read.
    return { checks: faults.length > 0 ? faults : [refusal(folder, code)], isReadable: false };
  }
  const fine = ok(uid === undefined ? `${folder} exists.` : `Only you have access to ${folder}.`);
  const notes = uid === undefined ? [] : await replaceable(folder);
  return { checks: [...(faults.length > 0 ? faults : [fine]), ...notes], isReadable: true };
}
