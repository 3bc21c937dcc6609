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
    checks.push(note(message, "What you write there is its owner's, too. There is nothing to do."));
  } else if (found.uid !== uid) {
    const line = commandLine("sudo", "chown", "-R", String(uid), folder);
    const message = `${folder} belongs to user ${found.uid}, and not to you.`;
    checks.push(fault(message, `If it should be yours, take it with: ${line}`));
  }
  if (modeText(found.mode) !== privateMode) {
    const line = commandLine("chmod", privateMode, folder);
    const message = `${folder} has the mode ${modeText(found.mode)}, which should be ${privateMode}.`;
    checks.push(fault(message, `Make it yours alone with: ${line}`));
  }
  return checks;
}

function refusal(folder: string, code: string): Check {
  if (code === "ENOENT") {
    return note(
      `Nothing has been recorded yet; ${folder} isn't there.`,
      'The first command makes it: outlay add 12.50 "Lunch" -c food',
    );
  }
  return code === "ENOTDIR"
    ? fault(`${folder} is not a folder.`, "Move it away, or name a folder with OUTLAY_DATA.")
    : fault(
        `${folder} can't be looked into (${code}).`,
        "See whose it is, and what stands above it, or name another folder with OUTLAY_DATA.",
      );
}

/** A fault for a folder that can't be Outlay's, whatever is in it. Whose it is, is looked at by itself. */
async function unfit(folder: string): Promise<Check[]> {
  try {
    await checkDataFolder(folder, undefined);
    return [];
  } catch (error) {
    if (!(error instanceof UnfitFolder)) throw error;
    return [fault(error.message, "Name a folder for Outlay alone with OUTLAY_DATA.")];
  }
}

/** A note where others may put another folder in its place, whatever its own mode is. */
async function replaceable(folder: string): Promise<Check[]> {
  const above = await replaceableAbove(folder);
  if (!above) return [];
  const { path, mode } = above;
  const message = `Others may put another folder in the place of ${folder}: they may write in ${path} (${mode}).`;
  return [note(message, `Take that away with: ${commandLine("chmod", "go-w", path)}`)];
}

/** Whether there is a folder, and nobody but the user can look into it. */
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
    // What is wrong with the folder already says why it can't be read.
    return { checks: faults.length > 0 ? faults : [refusal(folder, code)], isReadable: false };
  }
  const fine = ok(uid === undefined ? `${folder} is there.` : `${folder} is yours alone.`);
  const notes = uid === undefined ? [] : await replaceable(folder);
  return { checks: [...(faults.length > 0 ? faults : [fine]), ...notes], isReadable: true };
}
