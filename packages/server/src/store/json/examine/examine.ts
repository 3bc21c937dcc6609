import { commandLine, errorCode } from "@outlay/files";
import { type Check, checkOf } from "@outlay/shared";
import { examineData } from "./examine-data.ts";
import { examineFiles } from "./examine-files.ts";
import { examineFolder } from "./examine-folder.ts";
import { examineLeftovers } from "./examine-leftovers.ts";
import { examineLock } from "./examine-lock.ts";
import type { ExamineOptions } from "./examine-options.ts";
import { examineSpace } from "./examine-space.ts";
import { examineWriting } from "./examine-writing.ts";

export interface Examination {
  checks: Check[];
  /** Whether the folder exists and can be read, so that its content was examined too. */
  isReadable: boolean;
  /** Whether anything has been stored. */
  hasData: boolean;
}

/** Turns the system's refusal of a look into a fault of the check. */
async function orFault(
  name: string,
  folder: string,
  look: () => Promise<Check[]>,
): Promise<Check[]> {
  try {
    return await look();
  } catch (error) {
    const code = errorCode(error);
    if (code === undefined) throw error;
    const hint = `See who owns it with: ${commandLine("ls", "-la", folder)}`;
    return [checkOf(name).fault(`The system refuses access to it (${code}).`, hint)];
  }
}

/**
 * Examines a data folder. It takes no lock and changes nothing, except for a file of its own that
 * it creates and removes. Faults are part of the result and never thrown.
 */
export async function examine(options: ExamineOptions): Promise<Examination> {
  const { folder } = options;
  const { checks, isReadable } = await examineFolder(options);
  if (!isReadable) return { checks, isReadable, hasData: false };
  const data = await examineData(options);
  return {
    isReadable,
    hasData: data.hasData,
    checks: [
      ...checks,
      await examineWriting(options),
      ...(await orFault("space", folder, () => examineSpace(options))),
      ...(await orFault("files", folder, () => examineFiles(options))),
      ...data.checks,
      ...(await orFault("leftovers", folder, () => examineLeftovers(options, data.isWell))),
      ...(await orFault("lock", folder, () => examineLock(options))),
    ],
  };
}
