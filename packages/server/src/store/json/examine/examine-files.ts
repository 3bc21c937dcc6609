import { join } from "node:path";
import { commandLine, isOpenToOthers, unlessMissing } from "@outlay/files";
import { type Check, checkOf, counted } from "@outlay/shared";
import type { ExamineOptions } from "./examine-options.ts";
import { listed } from "./listed.ts";

const { ok, fault } = checkOf("files");

interface Found {
  name: string;
  path: string;
  uid: number;
  mode: number;
  isFolder: boolean;
}

async function filesOf({ folder, fs }: ExamineOptions): Promise<Found[]> {
  const found = await Promise.all(
    (await fs.readdir(folder)).toSorted().map(async (name) => {
      const path = join(folder, name);
      // Another process may be folding, or may have released the lock.
      const stats = await fs.stat(path).catch(unlessMissing);
      if (!stats) return [];
      return [{ name, path, uid: stats.uid, mode: stats.mode, isFolder: stats.isDirectory() }];
    }),
  );
  return found.flat();
}

const chmodLine = (mode: string, files: readonly Found[]): string[] =>
  files.length > 0 ? [commandLine("chmod", mode, ...files.map(({ path }) => path))] : [];

/** Checks that each file belongs to the folder's owner, and that nobody else can read it. */
export async function examineFiles(options: ExamineOptions): Promise<Check[]> {
  if (options.uid === undefined) return [];
  const { uid: owner } = await options.fs.stat(options.folder);
  const files = await filesOf(options);
  const checks: Check[] = [];
  const foreign = files.filter(({ uid }) => uid !== owner);
  if (foreign.length > 0) {
    const line = commandLine("sudo", "chown", String(owner), ...foreign.map(({ path }) => path));
    const names = listed(foreign.map(({ name }) => name));
    checks.push(fault(`The folder's owner doesn't own ${names}.`, `Take them back with: ${line}`));
  }
  const open = files.filter(({ mode }) => isOpenToOthers(mode));
  if (open.length > 0) {
    const lines = [
      ...chmodLine(
        "600",
        open.filter(({ isFolder }) => !isFolder),
      ),
      ...chmodLine(
        "700",
        open.filter(({ isFolder }) => isFolder),
      ),
    ];
    const names = listed(open.map(({ name }) => name));
    const isOne = open.length === 1;
    checks.push(
      fault(
        `${names} ${isOne ? "is" : "are"} open to other users.`,
        `Close ${isOne ? "it" : "them"} with: ${lines.join(" && ")}`,
      ),
    );
  }
  return checks.length > 0
    ? checks
    : [ok(`${counted(files.length, "file")}, accessible to you alone.`)];
}
