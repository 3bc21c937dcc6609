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
  /** The folder is there and can be read; what is in it was examined too. */
  isReadable: boolean;
  /** Something has been stored. */
  hasData: boolean;
}

/** The system may refuse any look; that is a fault of what was to be looked at. */
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
 * Looks a data folder over. Takes no lock and changes nothing, but for a file of its own that it makes and
 * removes. What is wrong is in the answer, and not thrown.
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
