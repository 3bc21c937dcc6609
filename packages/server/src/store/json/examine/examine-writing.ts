import { commandLine, errorCode } from "@outlay/files";
import { type Check, checkOf } from "@outlay/shared";
import { StorageFull, storageError } from "../../store-errors.ts";
import { writeSample } from "../disk/write-sample.ts";
import type { ExamineOptions } from "./examine-options.ts";

const { ok, fault } = checkOf("writing");

function refusal(folder: string, error: unknown, code: string): Check {
  if (storageError(error) instanceof StorageFull) {
    const line = commandLine("df", "-h", folder);
    return fault(
      `No file can be written: the disk is full (${code}).`,
      `Free some space; see: ${line}`,
    );
  }
  if (code === "EROFS") {
    return fault(
      `No file can be written: the disk is mounted read-only (${code}).`,
      "Mount it writable. The system often makes a failing disk read-only.",
    );
  }
  if (code === "EACCES" || code === "EPERM") {
    const line = commandLine("ls", "-la", folder);
    return fault(
      `No file can be written: you don't have permission (${code}).`,
      `See who owns it with: ${line}`,
    );
  }
  return fault(
    `No file can be written (${code}).`,
    "The disk may be failing. Copy the folder to another one before you do anything else.",
  );
}

/** Checks that a file can be written durably, by creating and removing one. */
export async function examineWriting({ folder, fs }: ExamineOptions): Promise<Check> {
  try {
    await writeSample(folder, "doctor", fs);
    return ok("A file was written, synced and removed.");
  } catch (error) {
    const code = errorCode(error);
    if (code === undefined) throw error;
    return refusal(folder, error, code);
  }
}
