import { join } from "node:path";
import { commandLine, unlessMissing } from "@outlay/files";
import { type Check, checkOf, fileSize } from "@outlay/shared";
import { snapshotName } from "../snapshot/snapshot.ts";
import type { ExamineOptions } from "./examine-options.ts";

const { ok, note, fault } = checkOf("space");

const spareBytes = 16 * 1024 * 1024;

/**
 * Checks that there is room for a second snapshot beside the present one, and for changes for a
 * while.
 */
export async function examineSpace({ folder, fs }: ExamineOptions): Promise<Check[]> {
  const snapshot = await fs.stat(join(folder, snapshotName)).catch(unlessMissing);
  const { bavail, bsize, blocks } = await fs.statfs(folder);
  if (blocks === 0) {
    return [
      note(
        "The file system doesn't say how much space is free.",
        "Make sure that there is enough.",
      ),
    ];
  }
  const freeBytes = bavail * bsize;
  const neededBytes = (snapshot?.size ?? 0) + spareBytes;
  const found = `${fileSize(freeBytes)} are free`;
  if (freeBytes >= neededBytes) return [ok(`${found}.`)];
  const line = commandLine("df", "-h", folder);
  return [
    fault(
      `Only ${found}; rewriting the data takes up to ${fileSize(neededBytes)}.`,
      `Free some space; see: ${line}`,
    ),
  ];
}
